import type { TestSettings } from './attempt.ts'

/** Seconds for which a response is taken after the time of an attempt is over, because the test allows it. */
export function graceOf({ overdue, graceSeconds }: Pick<TestSettings, 'overdue' | 'graceSeconds'>): number {
  return overdue === 'grace' ? graceSeconds : 0
}

/** How many questions stand on a page. */
export function pageSizeOf({ navigation, questionsPerPage }: Pick<TestSettings, 'navigation' | 'questionsPerPage'>): number {
  return questionsPerPage ?? (navigation === 'sequential' ? 1 : Number.POSITIVE_INFINITY)
}
