import type { TestSettings } from '@lectern/content-schemas'
import { roundMark, sumMarks } from './marks.ts'

/** A marked attempt as far as the test's result goes. `number` counts a learner's attempts from 1. */
export type CountedAttempt = { number: number; percent: number; passed: boolean }

/**
 * A learner's result in a test, or null before the first marked attempt. Of equally good attempts the earlier is the
 * best. With `mean`, the mean percentage decides about passing.
 */
export function resultOf({
  attempts,
  counts,
  passPercent,
}: {
  attempts: CountedAttempt[]
  counts: TestSettings['counts']
  passPercent: number
}): { percent: number; passed: boolean } | null {
  const ordered = [...attempts].sort((left, right) => left.number - right.number)
  const first = ordered[0]
  if (!first) return null
  if (counts === 'mean') {
    const percent = roundMark(sumMarks(ordered.map((attempt) => attempt.percent)) / ordered.length)
    return { percent, passed: percent >= passPercent }
  }
  const chosen = ordered.reduce((held, attempt) => {
    if (counts === 'last') return attempt
    return counts === 'best' && attempt.percent > held.percent ? attempt : held
  }, first)
  return { percent: chosen.percent, passed: chosen.passed }
}
