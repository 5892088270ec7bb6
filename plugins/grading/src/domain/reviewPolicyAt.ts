import type { ReviewPart, TestSettings } from '@lectern/content-schemas'

/** For so long after the end of an attempt its review counts as the one right after submission. */
const afterSubmitMs = 2 * 60_000

type Moment = 'during' | 'afterSubmit' | 'later' | 'afterClose'
type Asked<Rules extends keyof TestSettings> = {
  settings: Pick<TestSettings, Rules>
  /** ISO; null while the attempt runs. */
  submittedAt: string | null
  /** ISO. */
  now: string
}

/**
 * What of an attempt may be shown at `now`. Once the test is closed that rule holds, also for who has only just handed in.
 */
export function reviewPolicyAt(
  asked: Asked<'closesAt' | 'reviewDuring' | 'reviewAfterSubmit' | 'reviewLater' | 'reviewAfterClose'>,
): ReviewPart[] {
  const { reviewDuring, reviewAfterSubmit, reviewLater, reviewAfterClose } = asked.settings
  return { during: reviewDuring, afterSubmit: reviewAfterSubmit, later: reviewLater, afterClose: reviewAfterClose }[
    momentOf(asked)
  ]
}

/** Whether the questions and the learner's answers may be shown at all. */
export function areAnswersShown(asked: Asked<'closesAt' | 'hideAnswersAt'>): boolean {
  const moment = momentOf(asked)
  return moment === 'during' || !asked.settings.hideAnswersAt.includes(moment)
}

function momentOf({ settings: { closesAt }, submittedAt, now }: Asked<'closesAt'>): Moment {
  if (submittedAt === null) return 'during'
  const at = Date.parse(now)
  if (closesAt !== null && at >= Date.parse(closesAt)) return 'afterClose'
  return at - Date.parse(submittedAt) < afterSubmitMs ? 'afterSubmit' : 'later'
}
