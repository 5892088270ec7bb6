import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { Options } from '../shared/Options.tsx'
import type { ChoiceView } from '../shared/options.ts'
import { wordsFor } from '../shared/words.ts'
import type { SingleChoiceResponse } from './schema.ts'

function SingleChoiceQuestion(props: QuestionRendererProps<ChoiceView, SingleChoiceResponse>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  return (
    <Options
      id={id}
      kind="radio"
      legend={wordsFor(locale).chooseOne}
      view={view}
      chosen={response ? [response.option] : []}
      locked={disabled || review !== null}
      locale={locale}
      review={review}
      onToggle={(option) => onChange({ option })}
      onClear={() => onChange(null)}
    />
  )
}

export default defineQuestionRenderer(SingleChoiceQuestion)
