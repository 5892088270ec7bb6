import type { TestSettings } from '@lectern/content-schemas'

/** An attempt as far as beginning the next one goes. Moments are ISO; `submittedAt` null while it runs. */
export type EarlierAttempt = { submittedAt: string | null }

/** Why no attempt may begin now. `availableAt` (ISO) is when that changes by waiting, null when it does not. */
export type StartRefusal = {
  code: 'TEST_NOT_OPEN_YET' | 'TEST_CLOSED' | 'ATTEMPTS_USED_UP' | 'ATTEMPT_TOO_SOON'
  availableAt: string | null
}

/**
 * The rules that speak against beginning an attempt at `now` (ISO), or null. A test is open from `opensAt` on and until
 * just before `closesAt`. The pause is counted from the end of the latest attempt.
 */
export function startRefusal({
  settings: { opensAt, closesAt, maxAttempts, delaySeconds },
  attempts,
  now,
}: {
  settings: Pick<TestSettings, 'opensAt' | 'closesAt' | 'maxAttempts' | 'delaySeconds'>
  attempts: EarlierAttempt[]
  now: string
}): StartRefusal | null {
  const at = Date.parse(now)
  if (closesAt !== null && at >= Date.parse(closesAt)) return { code: 'TEST_CLOSED', availableAt: null }
  if (maxAttempts !== null && attempts.length >= maxAttempts) return { code: 'ATTEMPTS_USED_UP', availableAt: null }
  if (opensAt !== null && at < Date.parse(opensAt)) return { code: 'TEST_NOT_OPEN_YET', availableAt: opensAt }
  const ends = attempts.flatMap(({ submittedAt }) => (submittedAt === null ? [] : [Date.parse(submittedAt)]))
  const next = Math.max(...ends) + delaySeconds * 1000
  if (ends.length === 0 || delaySeconds === 0 || at >= next) return null
  // Waiting does not help when the test closes first.
  const isTooLate = closesAt !== null && next >= Date.parse(closesAt)
  return { code: 'ATTEMPT_TOO_SOON', availableAt: isTooLate ? null : new Date(next).toISOString() }
}
