import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import type { RowChoices } from '../shared/rowChoices.ts'
import type { RowsView } from '../shared/rowsSchema.ts'
import { SelectRows } from '../shared/SelectRows.tsx'
import { wordsOf } from './words.ts'

function MatchingQuestion({ view, locale, ...rest }: QuestionRendererProps<RowsView, RowChoices>) {
  const { legend, empty } = wordsOf(locale)
  return <SelectRows {...rest} {...view} locale={locale} legend={legend} empty={empty} />
}

export default defineQuestionRenderer(MatchingQuestion)
