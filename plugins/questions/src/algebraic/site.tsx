import './styles.css'
import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { HtmlBlock } from '../shared/Html.tsx'
import { findPart, PartReview, WholeReview } from '../shared/Review.tsx'
import type { AlgebraicResponse, AlgebraicView } from './schema.ts'
import { algebraicWords } from './words.ts'

function AlgebraicQuestion(props: QuestionRendererProps<AlgebraicView, AlgebraicResponse>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  const words = algebraicWords(locale)
  const control = `${id}-text`
  const locked = disabled || review !== null
  const found = findPart({ part: 'text', review })
  const write = (text: string) => onChange(text === '' ? null : { text })
  return (
    <div className="q q-algebraic">
      <HtmlBlock id={`${id}-stem`} className="q-stem" html={view.stem} />
      <fieldset className="q-field" aria-describedby={`${id}-stem`} disabled={locked}>
        <legend className="q-legend">
          <label htmlFor={control}>{words.legend}</label>
        </legend>
        <input
          className="q-control q-text q-expression"
          type="text"
          id={control}
          name={id}
          value={response?.text ?? ''}
          maxLength={view.maxLength}
          disabled={locked}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          dir="ltr"
          aria-describedby={[`${id}-hint`, ...(found ? [`${control}-review`] : [])].join(' ')}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <p className="q-hint" id={`${id}-hint`}>
          {[
            ...(view.form === 'any' ? [] : [words[view.form]]),
            words.howTo,
            ...(view.variables.length > 0 ? [words.variables(view.variables.join(', '))] : []),
            ...(view.functions.length > 0 ? [words.functions(view.functions.join(', '))] : []),
          ].join(' ')}
        </p>
        <PartReview id={`${control}-review`} found={found} locale={locale} />
      </fieldset>
      <WholeReview review={review} locale={locale} />
    </div>
  )
}

export default defineQuestionRenderer(AlgebraicQuestion)
