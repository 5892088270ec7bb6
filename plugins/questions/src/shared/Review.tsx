import type { Feedback, GradedPart, Locale } from '@lectern/content-schemas'
import type { QuestionReview } from '@lectern/kernel/site'
import { HtmlBlock } from './Html.tsx'
import { signs, wordsFor } from './words.ts'

/** The mark of one part as sign and word. `missed` is the word for a part that was left out, where the usual one misleads. */
export function PartMark({ state, locale, missed }: { state: GradedPart['state']; locale: Locale; missed?: string }) {
  return (
    <span className={`q-mark q-mark-${state}`}>
      <span className="q-mark-sign" aria-hidden="true">
        {signs[state]}
      </span>{' '}
      <span className="q-mark-word">{state === 'missed' && missed ? missed : wordsFor(locale)[state]}</span>
    </span>
  )
}

type PartFindings = { graded: GradedPart | undefined; feedback: Feedback[]; isRight: boolean }

/** What a review says of one option or answer, or null when it says nothing. */
export function findPart({ part, review }: { part: string; review: QuestionReview | null }): PartFindings | null {
  const graded = review?.parts?.find((candidate) => candidate.part === part)
  const feedback = (review?.feedback ?? []).filter((candidate) => candidate.part === part)
  const isRight = !graded && review?.key?.parts?.[part] !== undefined
  return graded || feedback.length > 0 || isRight ? { graded, feedback, isRight } : null
}

/** The findings on one part: its mark, that it is right (when the key is shown), its feedback. */
export function PartReview({ id, found, locale }: { id: string; found: PartFindings | null; locale: Locale }) {
  if (!found) return null
  return (
    <div className="q-part-review" id={id}>
      {found.graded ? <PartMark state={found.graded.state} locale={locale} /> : null}
      {found.isRight ? <span className="q-key-mark">{wordsFor(locale).isRight}</span> : null}
      {found.feedback.map(({ html }) => (
        <HtmlBlock key={html} className="q-feedback" html={html} />
      ))}
    </div>
  )
}

/** Feedback on the whole question and the right answer in words, below the controls. */
export function WholeReview({ review, locale }: { review: QuestionReview | null; locale: Locale }) {
  if (!review) return null
  const general = (review.feedback ?? []).filter(({ part }) => part === undefined)
  if (general.length === 0 && !review.key) return null
  return (
    <div className="q-review">
      {general.map(({ html }) => (
        <HtmlBlock key={html} className="q-feedback q-feedback-general" html={html} />
      ))}
      {review.key ? (
        <div className="q-key">
          <span className="q-key-label">{wordsFor(locale).rightAnswer}: </span>
          <HtmlBlock className="q-key-answer" html={review.key.html} />
        </div>
      ) : null}
    </div>
  )
}
