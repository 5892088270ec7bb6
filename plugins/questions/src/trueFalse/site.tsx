import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { Options } from '../shared/Options.tsx'
import type { TrueFalseResponse, TrueFalseView } from './schema.ts'
import { trueFalseWords } from './words.ts'

function TrueFalseQuestion(props: QuestionRendererProps<TrueFalseView, TrueFalseResponse>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  const words = trueFalseWords(locale)
  const options = [
    { id: 'true', html: words.true },
    { id: 'false', html: words.false },
  ]
  return (
    <Options
      id={id}
      kind="radio"
      legend={words.legend}
      view={{ stem: view.stem, options }}
      chosen={response ? [String(response.value)] : []}
      locked={disabled || review !== null}
      locale={locale}
      review={review}
      onToggle={(option) => onChange({ value: option === 'true' })}
      onClear={() => onChange(null)}
    />
  )
}

export default defineQuestionRenderer(TrueFalseQuestion)
