import type { MyResults } from '@lectern/content-schemas'

export type AttemptResult = MyResults['results'][number]

/** `best` is the attempt that counts; `attempts` has it too, newest first. */
export type TestResult = { test: string; title: string; best: AttemptResult; attempts: AttemptResult[] }
export type CourseResults = { slug: string; title: string; tests: TestResult[]; passed: number; judged: number }

/**
 * Results by course and test, in the order in which they were worked on last. Of several attempts the one with the highest
 * percentage counts, of equal ones the earlier; one whose marks are withheld counts only where no other is known. `judged`
 * counts tests that can be passed and whose result is known.
 */
export function toGradebook(results: AttemptResult[]): CourseResults[] {
  const newestFirst = results.toSorted((a, b) => b.submittedAt.localeCompare(a.submittedAt))
  return [...Map.groupBy(newestFirst, ({ courseSlug }) => courseSlug)].map(([slug, inCourse]) => {
    const tests = [...Map.groupBy(inCourse, ({ test }) => test)].flatMap(([test, attempts]) => toTestResult({ test, attempts }))
    const judged = tests.filter(({ best }) => isJudged(best))
    return {
      slug,
      title: inCourse[0]?.courseTitle ?? slug,
      tests,
      passed: judged.filter(({ best }) => best.passed).length,
      judged: judged.length,
    }
  })
}

/** Whether it is known if the attempt passed, and there was something to pass. */
export function isJudged({ passed, maxMark }: AttemptResult): boolean {
  return passed !== null && maxMark > 0
}

function toTestResult({ test, attempts }: { test: string; attempts: AttemptResult[] }): TestResult[] {
  const best = attempts.toReversed().toSorted((a, b) => (b.percent ?? -1) - (a.percent ?? -1))[0]
  return best ? [{ test, title: attempts[0]?.testTitle ?? '', best, attempts }] : []
}
