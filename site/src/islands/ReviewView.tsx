import type { AttemptReview, Locale, ReviewItem } from '@lectern/content-schemas'
import type { Messages } from '../i18n/en.ts'
import { formatMessage, formatNumber } from '../i18n/formatMessage.ts'
import { filesOfReview } from '../lib/filesOfReview.ts'
import { toQuestionReview } from '../lib/toQuestionReview.ts'
import { CertaintyReview, certaintyWords } from './CertaintyReview.tsx'
import { Question } from './Question.tsx'
import { SectionHead } from './SectionHead.tsx'

type ReviewViewProps = { review: AttemptReview; locale: Locale; words: Messages['attempt'] }
type ItemState = NonNullable<ReviewItem['state']>

const noop = (): void => undefined

/** A handed-in attempt: marks in the margin, comments below each answer, as far as the review policy lets them be seen. */
export function ReviewView({ review, locale, words }: ReviewViewProps) {
  return (
    <div className="review">
      <ReviewResult {...{ review, locale, words }} />
      {review.certainty && <CertaintyReview {...{ summary: review.certainty, locale, words }} />}
      {review.overallFeedback && (
        <section className="overall" aria-label={words.overall}>
          <div dangerouslySetInnerHTML={{ __html: review.overallFeedback }} />
        </section>
      )}
      {!review.answersShown && <p className="note">{words.answersHidden}</p>}
      <ol className="questions">
        {review.items.map((item, index) => (
          <li key={item.item} className="question">
            <div className="question-number">
              <span className="hidden">{formatMessage(words.question, { number: '' })}</span>
              {index + 1}
              {item.state && item.maxMark > 0 && <Mark state={item.state} label={stateWords({ state: item.state, words })} />}
              {item.mark !== undefined && item.maxMark > 0 && (
                <small>
                  {formatMessage(words.markOf, {
                    mark: formatNumber({ locale, value: item.mark }),
                    max: formatNumber({ locale, value: item.maxMark }),
                  })}
                </small>
              )}
            </div>
            <div className="question-body">
              <SectionHead item={item} previous={review.items[index - 1]} />
              {item.certainty !== null && (
                <p className="muted">{formatMessage(words.certaintyGiven, { level: certaintyWords(words)[item.certainty] })}</p>
              )}
              <Question
                type={item.type}
                id={`r${index + 1}`}
                view={item.view}
                response={item.response ?? null}
                onChange={noop}
                disabled
                review={toQuestionReview(item)}
                files={filesOfReview({ attempt: review.attempt, item })}
                locale={locale}
                words={words}
              />
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}

function ReviewResult({ review, locale, words }: ReviewViewProps) {
  const waiting = review.state !== 'graded'
  if (review.maxMark === 0 && !waiting) return <p className="note">{words.surveyDone}</p>
  if (waiting)
    return (
      <section className="result" aria-labelledby="result">
        <h2 id="result">{words.result}</h2>
        <p>{words.waitingForMarks}</p>
      </section>
    )
  if (review.percent === undefined) return <p className="note">{words.withheld}</p>
  return (
    <section className="result" aria-labelledby="result">
      <h2 id="result">{words.result}</h2>
      <p className="result-mark">
        {review.mark !== undefined &&
          formatMessage(words.markOf, {
            mark: formatNumber({ locale, value: review.mark }),
            max: formatNumber({ locale, value: review.maxMark }),
          })}
        <span>
          {formatMessage(words.percent, { percent: formatNumber({ locale, value: Math.round(review.percent * 100) / 100 }) })}
        </span>
      </p>
      {review.passed !== undefined && (
        <p className={review.passed ? 'verdict right' : 'verdict wrong'}>
          <Mark state={review.passed ? 'right' : 'wrong'} label="" /> {review.passed ? words.passed : words.failed}
        </p>
      )}
    </section>
  )
}

function stateWords({ state, words }: { state: ItemState; words: Messages['attempt'] }): string {
  return state === 'blank' ? words.blankMark : words[state]
}

const strokes: Record<ItemState, string> = {
  right: 'M4 13.5C6 15.5 8 18 9.5 21C12 13.5 16 8 21.5 4.5',
  partly: 'M4 13.5C6 15.5 8 18 9.5 21C12 13.5 16 8 21.5 4.5M9 9.5L17.5 17',
  wrong: 'M5 5.5C10 10.5 15 15.5 20.5 20.5M20 5C15 9.5 9.5 15 5 20.5',
  blank: 'M6 13H19',
  ungraded: 'M5 13h.5M12.5 13h.5M20 13h.5',
}

/** An ink stroke with its word beside it, so that colour is never all there is. */
function Mark({ state, label }: { state: ItemState; label: string }) {
  return (
    <span className={`mark ${state}`}>
      <svg viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">
        <path
          d={strokes[state]}
          fill="none"
          stroke="currentColor"
          strokeWidth="2.2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {label}
    </span>
  )
}
