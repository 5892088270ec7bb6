import type { ReviewPart, TestSettings } from '@lectern/content-schemas'

/** For so long after the end of an attempt its review counts as the one right after submission. */
const afterSubmitMs = 2 * 60_000

/**
 * What of an attempt may be shown at `now`. `submittedAt` null: it is running. Moments are ISO. Once the test is closed that
 * rule holds, also for who has only just handed in.
 */
export function reviewPolicyAt({
  settings,
  submittedAt,
  now,
}: {
  settings: Pick<TestSettings, 'closesAt' | 'reviewDuring' | 'reviewAfterSubmit' | 'reviewLater' | 'reviewAfterClose'>
  submittedAt: string | null
  now: string
}): ReviewPart[] {
  if (submittedAt === null) return settings.reviewDuring
  const at = Date.parse(now)
  if (settings.closesAt !== null && at >= Date.parse(settings.closesAt)) return settings.reviewAfterClose
  return at - Date.parse(submittedAt) < afterSubmitMs ? settings.reviewAfterSubmit : settings.reviewLater
}
