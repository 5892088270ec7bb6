import type { AttemptItem, Feedback, GradedPart, ReviewItem, ReviewKey, ReviewPart } from '@lectern/content-schemas'
import type { MarkedState } from './markAttempt.ts'

/** Everything that is known of one marked question; `reviewOf` decides what of it is sent. */
export type MarkedForReview = {
  shown: AttemptItem
  fraction: number
  mark: number
  state: MarkedState
  parts: GradedPart[]
  feedback: Feedback[]
  key: ReviewKey
}

/** Without `marks`, parts say how they fared and not what they were worth. */
const coarse: Record<GradedPart['state'], number> = { right: 1, partly: 0.5, wrong: 0, missed: 0 }

/**
 * One question of a review by the test's policy: what the policy does not list is absent. A missed part names a right
 * answer, so it belongs to the key; who answered fully right is not told the right answer again. What is never marked has
 * feedback only.
 */
export function reviewOf({ marked, policy }: { marked: MarkedForReview; policy: ReviewPart[] }): ReviewItem {
  const parts = marked.shown.marked ? policy : policy.filter((part) => part === 'feedback')
  return { ...marked.shown, ...shownOf({ marked, policy: parts }) }
}

/** The marks, comments and right answers that the policy lists, without the question. */
export function shownOf({
  marked,
  policy,
}: {
  marked: Omit<MarkedForReview, 'shown'>
  policy: ReviewPart[]
}): Omit<ReviewItem, keyof AttemptItem> {
  const may = (part: ReviewPart) => policy.includes(part)
  const parts = marked.parts
    .filter(({ state }) => may('key') || state !== 'missed')
    .map(({ part, fraction, state }) => ({ part, state, fraction: may('marks') ? fraction : coarse[state] }))
  return {
    ...(may('marks') ? { fraction: marked.fraction, mark: marked.mark } : {}),
    ...(may('correctness') ? { state: marked.state, parts } : {}),
    ...(may('feedback') ? { feedback: marked.feedback } : {}),
    ...(may('key') && marked.state !== 'right' ? { key: marked.key } : {}),
  }
}
