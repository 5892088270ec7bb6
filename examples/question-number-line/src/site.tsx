import type { Locale } from '@lectern/content-schemas'
import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { HtmlBlock, PartMark, WholeReview } from '@lectern/questions/kit/site'
import { LineDrawing } from './LineDrawing.tsx'
import { formatPlace } from './line.ts'
import type { NumberLineResponse, NumberLineView } from './schema.ts'
import { wordsOf } from './words.ts'
import './styles.css'

function NumberLineQuestion(props: QuestionRendererProps<NumberLineView, NumberLineResponse>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  const words = wordsOf(locale)
  const locked = disabled || review !== null
  const value = response?.value ?? null
  const graded = review?.parts?.find(({ part }) => part === 'point')
  const right = review?.key?.parts?.answer
  const said = value === null ? words.notPlaced : `${words.yourPoint}: ${describe({ view, value, locale })}`
  // A browser tells of a change only, so the place where the point begins would otherwise be the one that cannot be chosen.
  const put = (place: string): void => {
    if (!locked) onChange({ value: Number(place) })
  }
  return (
    <div className="q q-number-line">
      <HtmlBlock id={`${id}-stem`} className="q-stem" html={view.stem} />
      <fieldset className="q-field" aria-describedby={`${id}-stem`} disabled={locked}>
        <legend className="q-legend">
          <label htmlFor={`${id}-point`}>{words.legend}</label>
        </legend>
        <div className="q-line" dir="ltr">
          <LineDrawing {...{ view, locale, value }} answer={right === undefined ? null : Number(right)} />
          <input
            className="q-line-input"
            id={`${id}-point`}
            type="range"
            min={view.min}
            max={view.max}
            step={view.step}
            value={value ?? middleOf(view)}
            disabled={locked}
            aria-describedby={locked ? `${id}-said` : `${id}-said ${id}-keys`}
            aria-valuetext={said}
            onChange={(event) => put(event.currentTarget.value)}
            onClick={(event) => put(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              put(event.currentTarget.value)
            }}
          />
        </div>
        <p className="q-line-said" id={`${id}-said`}>
          {value === null || view.showValue || review ? said : words.yourPoint}{' '}
          {graded ? <PartMark state={graded.state} locale={locale} /> : null}
        </p>
        {locked ? null : (
          <p className="q-line-keys" id={`${id}-keys`}>
            {words.keys}
          </p>
        )}
        {value !== null && !locked ? (
          <button type="button" className="q-clear" onClick={() => onChange(null)}>
            {words.clear}
          </button>
        ) : null}
      </fieldset>
      <WholeReview review={review} locale={locale} />
    </div>
  )
}

/** The number where learners may know it; else what the drawing shows: between which numbers the point is, and how far. */
function describe({ view, value, locale }: { view: NumberLineView; value: number; locale: Locale }): string {
  const words = wordsOf(locale)
  const write = (place: number): string => formatPlace({ value: place, unit: view.unit, locale })
  if (view.showValue || view.labels.includes(value)) return words.at(write(value))
  const from = view.labels.findLast((label) => label <= value) ?? view.min
  const to = view.labels.find((label) => label > value) ?? view.max
  const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.round(((value - from) / (to - from)) * 10) / 10)
  return words.between(write(from), write(to), share)
}

function middleOf({ min, max, step }: NumberLineView): number {
  return min + Math.round((max - min) / 2 / step) * step
}

export default defineQuestionRenderer(NumberLineQuestion)
