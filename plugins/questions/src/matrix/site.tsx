import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { RowsTable } from '../shared/RowsTable.tsx'
import { type RowChoice, type RowChoices, withRowChoice } from '../shared/rowChoices.ts'
import type { MatrixView } from './schema.ts'
import { wordsOf } from './words.ts'

function MatrixQuestion(props: QuestionRendererProps<MatrixView, RowChoices>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  const chosen = response?.choices ?? []
  const toggle = ({ row, option }: RowChoice, checked: boolean) => {
    if (!view.many) return onChange(withRowChoice({ response, row, option }))
    const others = chosen.filter((choice) => choice.row !== row || choice.option !== option)
    const choices = checked ? [...others, { row, option }] : others
    onChange(choices.length > 0 ? { choices } : null)
  }
  return (
    <RowsTable
      id={id}
      kind={view.many ? 'checkbox' : 'radio'}
      legend={view.many ? wordsOf(locale).many : wordsOf(locale).one}
      view={view}
      chosen={chosen}
      locked={disabled || review !== null}
      locale={locale}
      review={review}
      onToggle={toggle}
      onClear={() => onChange(null)}
    />
  )
}

export default defineQuestionRenderer(MatrixQuestion)
