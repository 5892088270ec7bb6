import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { HtmlBlock } from '../shared/Html.tsx'
import { findPart, PartReview, WholeReview } from '../shared/Review.tsx'
import { wordsFor } from '../shared/words.ts'
import type { ShortTextResponse, ShortTextView } from './schema.ts'

function ShortTextQuestion(props: QuestionRendererProps<ShortTextView, ShortTextResponse>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  const control = `${id}-text`
  const found = findPart({ part: 'text', review })
  const write = (text: string) => onChange(text === '' ? null : { text })
  return (
    <div className="q q-short">
      <HtmlBlock id={`${id}-stem`} className="q-stem" html={view.stem} />
      <fieldset className="q-field" aria-describedby={`${id}-stem`} disabled={disabled || review !== null}>
        <legend className="q-legend">
          <label htmlFor={control}>{wordsFor(locale).typeAnswer}</label>
        </legend>
        <input
          className="q-control q-text"
          type="text"
          id={control}
          name={id}
          value={response?.text ?? ''}
          maxLength={view.maxLength}
          disabled={disabled || review !== null}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          dir="auto"
          aria-describedby={found ? `${control}-review` : `${id}-stem`}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <PartReview id={`${control}-review`} found={found} locale={locale} />
      </fieldset>
      <WholeReview review={review} locale={locale} />
    </div>
  )
}

export default defineQuestionRenderer(ShortTextQuestion)
