import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { RowsTable } from '../shared/RowsTable.tsx'
import { type RowChoices, withRowChoice } from '../shared/rowChoices.ts'
import type { RowsView } from '../shared/rowsSchema.ts'
import { wordsOf } from './words.ts'

function LikertQuestion(props: QuestionRendererProps<RowsView, RowChoices>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  return (
    <RowsTable
      id={id}
      kind="radio"
      legend={wordsOf(locale).legend}
      view={view}
      chosen={response?.choices ?? []}
      locked={disabled || review !== null}
      locale={locale}
      // Nothing was right, so there is no key to show.
      review={review ? { feedback: review.feedback } : null}
      onToggle={(choice) => onChange(withRowChoice({ response, ...choice }))}
      onClear={() => onChange(null)}
    />
  )
}

export default defineQuestionRenderer(LikertQuestion)
