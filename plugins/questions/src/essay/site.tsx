import type { Locale } from '@lectern/content-schemas'
import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { useState } from 'react'
import { Html, HtmlBlock } from '../shared/Html.tsx'
import { WholeReview } from '../shared/Review.tsx'
import { countWords } from './countWords.ts'
import type { EssayResponse, EssayView, RubricView } from './schema.ts'
import { wordsOf } from './words.ts'
import './styles.css'

function EssayQuestion(props: QuestionRendererProps<EssayView, EssayResponse>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  const words = wordsOf(locale)
  const locked = disabled || review !== null
  // A text above the hard limit would be refused, so it is kept here until it is shortened.
  const [unsaved, setUnsaved] = useState<string | null>(null)
  const text = locked ? (response?.text ?? '') : (unsaved ?? response?.text ?? '')
  const count = countWords(text)
  const write = (next: string): void => {
    const isRefused = view.hardLimit !== null && countWords(next) > view.hardLimit
    setUnsaved(isRefused ? next : null)
    if (!isRefused) onChange(next === '' ? null : { text: next })
  }
  const excess = view.hardLimit === null ? 0 : Math.max(0, count - view.hardLimit)
  return (
    <div className="q q-essay">
      <HtmlBlock id={`${id}-stem`} className="q-stem" html={view.stem} />
      {view.rubric ? <RubricList rubric={view.rubric} locale={locale} /> : null}
      <fieldset className="q-field" aria-describedby={`${id}-stem`} disabled={locked}>
        <legend className="q-legend">
          <label htmlFor={`${id}-text`}>{words.legend}</label>
        </legend>
        <textarea
          className="q-control q-essay-text"
          id={`${id}-text`}
          name={id}
          value={text}
          rows={rowsFor(view.maxWords)}
          maxLength={view.maxLength}
          disabled={locked}
          dir="auto"
          aria-invalid={excess > 0}
          aria-describedby={`${id}-stem ${id}-count ${id}-format`}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <p className="q-essay-count" id={`${id}-count`}>
          {countInWords({ count, view, locale })}
        </p>
        <p className="q-essay-format" id={`${id}-format`}>
          {words.format}
        </p>
        <p className="q-essay-refused" role="alert">
          {excess > 0 ? words.tooLong(excess) : ''}
        </p>
      </fieldset>
      <WholeReview review={review && { feedback: review.feedback }} locale={locale} />
      {review?.key ? (
        <div className="q-review q-key">
          <span className="q-key-label">{words.marking}: </span>
          <HtmlBlock className="q-key-answer" html={review.key.html} />
        </div>
      ) : null}
    </div>
  )
}

function RubricList({ rubric, locale }: { rubric: RubricView; locale: Locale }) {
  const words = wordsOf(locale)
  return (
    <details className="q-rubric">
      <summary className="q-rubric-summary">{words.rubric}</summary>
      <ul className="q-rubric-list">
        {rubric.map((criterion) => (
          <li key={criterion.id}>
            <HtmlBlock className="q-rubric-criterion" html={criterion.html} />
            <ul>
              {criterion.levels.map((level) => (
                <li key={level.id}>
                  <Html className="q-rubric-level" html={level.html} /> — {words.points(level.points)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The count, what was asked for, and how far the text is from it. */
function countInWords({ count, view, locale }: { count: number; view: EssayView; locale: Locale }): string {
  const words = wordsOf(locale)
  const { minWords, maxWords } = view
  const asked = [...(minWords === null ? [] : [words.atLeast(minWords)]), ...(maxWords === null ? [] : [words.atMost(maxWords)])]
  const distance = [
    ...(minWords !== null && count > 0 && count < minWords ? [words.missing(minWords - count)] : []),
    ...(maxWords !== null && count > maxWords ? [words.over(count - maxWords)] : []),
  ]
  const head = asked.length > 0 ? `${words.words(count)} (${asked.join(', ')})` : words.words(count)
  return [head, ...distance].join('. ')
}

/** About twelve words a line. */
function rowsFor(maxWords: number | null): number {
  return Math.min(24, Math.max(6, Math.ceil((maxWords ?? 150) / 12)))
}

export default defineQuestionRenderer(EssayQuestion)
