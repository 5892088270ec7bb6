import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { Options } from '../shared/Options.tsx'
import type { ChoiceView } from '../shared/options.ts'
import { wordsFor } from '../shared/words.ts'
import type { MultipleChoiceResponse } from './schema.ts'

function MultipleChoiceQuestion(props: QuestionRendererProps<ChoiceView, MultipleChoiceResponse>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  const chosen = response?.options ?? []
  const toggle = (option: string, checked: boolean) => {
    const others = chosen.filter((other) => other !== option)
    const options = checked ? [...others, option] : others
    onChange(options.length > 0 ? { options } : null)
  }
  return (
    <Options
      id={id}
      kind="checkbox"
      legend={wordsFor(locale).chooseAny}
      view={view}
      chosen={chosen}
      locked={disabled || review !== null}
      locale={locale}
      review={review}
      onToggle={toggle}
    />
  )
}

export default defineQuestionRenderer(MultipleChoiceQuestion)
