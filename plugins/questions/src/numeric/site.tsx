import './styles.css'
import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { HtmlBlock } from '../shared/Html.tsx'
import { findPart, PartReview, WholeReview } from '../shared/Review.tsx'
import type { NumericResponse, NumericView } from './schema.ts'
import { numericWords } from './words.ts'

function NumericQuestion(props: QuestionRendererProps<NumericView, NumericResponse>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  const words = numericWords(locale)
  const control = `${id}-text`
  const locked = disabled || review !== null
  const [number, unit] = [findPart({ part: 'text', review }), findPart({ part: 'unit', review })]
  const isChosen = view.units.length > 0
  const isKnown = (chosen: string) => view.units.some((candidate) => candidate.id === chosen)
  const write = ({ text, chosen }: { text: string; chosen: string }) => {
    if (text === '' && chosen === '') onChange(null)
    else onChange(isKnown(chosen) ? { text, unit: chosen } : { text })
  }
  const [text, chosen] = [response?.text ?? '', response?.unit ?? '']
  const unitHint = { none: '', optional: ` ${words.unitOptional}`, required: ` ${words.unitRequired}` }[view.unit]
  return (
    <div className="q q-numeric">
      <HtmlBlock id={`${id}-stem`} className="q-stem" html={view.stem} />
      <fieldset className="q-field" aria-describedby={`${id}-stem`} disabled={locked}>
        <legend className="q-legend">{words.legend}</legend>
        <div className="q-numeric-controls">
          <label className="q-numeric-label" htmlFor={control}>
            <span className="q-legend">{words.number}</span>
            <input
              className="q-control q-text q-number"
              type="text"
              id={control}
              name={id}
              value={text}
              maxLength={view.maxLength}
              disabled={locked}
              autoComplete="off"
              autoCapitalize="off"
              autoCorrect="off"
              spellCheck={false}
              dir="ltr"
              aria-describedby={[`${id}-hint`, ...(number ? [`${control}-review`] : [])].join(' ')}
              onChange={(event) => write({ text: event.currentTarget.value, chosen })}
            />
          </label>
          {isChosen ? (
            <label className="q-numeric-label" htmlFor={`${id}-unit`}>
              <span className="q-legend">{words.unit}</span>
              <select
                className="q-control q-select"
                id={`${id}-unit`}
                value={chosen}
                disabled={locked}
                aria-describedby={unit ? `${id}-unit-review` : undefined}
                onChange={(event) => write({ text, chosen: event.currentTarget.value })}
              >
                <option value="">{words.noUnit}</option>
                {view.units.map(({ id: value, name }) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
        </div>
        <p className="q-hint" id={`${id}-hint`}>
          {words[view.decimalMark]}
          {unitHint}
        </p>
        <PartReview id={`${control}-review`} found={number} locale={locale} />
        {unit ? (
          <div className="q-unit-review">
            <span className="q-unit-review-label">{words.unit}:</span>
            <PartReview id={`${id}-unit-review`} found={unit} locale={locale} />
          </div>
        ) : null}
      </fieldset>
      <WholeReview review={review} locale={locale} />
    </div>
  )
}

export default defineQuestionRenderer(NumericQuestion)
