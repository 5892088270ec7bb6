import type { Locale } from '@lectern/content-schemas'
import type { QuestionReview } from '@lectern/kernel/site'
import { Html, HtmlBlock } from './Html.tsx'
import { findPart, PartMark } from './Review.tsx'
import { wordsFor } from './words.ts'

/**
 * What a review says of one row: its mark, its right answer when the key is shown and the row is not right, feedback.
 * `key.parts[row]` is the row's right answer as safe HTML. Null when there is nothing to say.
 */
export function findRow({ row, review }: { row: string; review: QuestionReview | null }) {
  const found = findPart({ part: row, review })
  const answers = review?.key?.parts ?? {}
  const answer = found?.graded?.state !== 'right' && Object.hasOwn(answers, row) ? answers[row] : undefined
  return found?.graded || found?.feedback.length || answer !== undefined ? { ...found, answer } : null
}

/** `answerLabel` stands before the right answer. A row that was left out is called so. */
export function RowReview({
  id,
  found,
  locale,
  answerLabel,
}: {
  id: string
  found: ReturnType<typeof findRow>
  locale: Locale
  answerLabel?: string
}) {
  if (!found) return null
  return (
    <div className="q-part-review" id={id}>
      {found.graded ? <PartMark state={found.graded.state} locale={locale} missed={wordsFor(locale).notAnswered} /> : null}
      {found.answer === undefined ? null : (
        <span className="q-row-answer">
          <span className="q-key-label">{answerLabel ?? wordsFor(locale).rightAnswer}: </span>
          <Html className="q-key-answer" html={found.answer} />
        </span>
      )}
      {(found.feedback ?? []).map(({ html }) => (
        <HtmlBlock key={html} className="q-feedback" html={html} />
      ))}
    </div>
  )
}
