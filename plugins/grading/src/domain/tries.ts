import type { TestSettings } from '@lectern/content-schemas'
import type { MarkedState } from './markAttempt.ts'

/** A try at a question: the response of that `revision`, and what it earned by itself. `at` is ISO, `fraction` −1…1. */
export type Try = {
  at: string
  revision: number
  response: unknown
  fraction: number
  state: MarkedState
  graderVersion: string
}

type Rules = Pick<TestSettings, 'behaviour' | 'tries' | 'penaltyPercent'>

/** How many tries of a question a learner has. */
export function triesAllowed({ behaviour, tries }: Rules): number {
  if (behaviour === 'deferred') return 0
  return behaviour === 'immediate' ? 1 : tries
}

/** Whether a question is settled after these tries: it was right, or there are none left. */
export function isSettled({ rules, tries }: { rules: Rules; tries: Try[] }): boolean {
  return tries.at(-1)?.state === 'right' || tries.length >= triesAllowed(rules)
}

/**
 * The number of the try that the response of `revision` is, from 1: that of the last try when it has been checked, else a
 * further one, which handing in makes of it.
 */
export function tryNumberOf({ tries, revision }: { tries: Try[]; revision: number }): number {
  return Math.max(1, tries.at(-1)?.revision === revision ? tries.length : tries.length + 1)
}

/**
 * What is left of a fraction on try number `number`: fraction − penalty × (number − 1), not below 0, as Moodle's behaviour
 * "interactive with multiple tries" has it. A fraction of 0 or less stays as it is. Only interactive tests have penalties.
 */
export function afterPenalty({ fraction, rules, number }: { fraction: number; rules: Rules; number: number }): number {
  if (rules.behaviour !== 'interactive' || fraction <= 0) return fraction
  return Math.max(0, fraction - (rules.penaltyPercent / 100) * (number - 1))
}
