import { z } from 'zod'

export type SuiteResult = {
  name: string
  passed: number
  failed: number
  skipped: number
  seconds: number
  reason: string | null
}

const reportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int().default(0),
  numTodoTests: z.int().default(0),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

/**
 * Counts one run of vitest from its JSON report. What would otherwise be silent counts as one failure each: a file that could
 * not be loaded, no report, no tests at all, a run that failed outside of any test.
 */
export function summariseReport({
  name,
  report,
  exitCode,
  seconds,
}: {
  name: string
  report: unknown
  exitCode: number
  seconds: number
}): SuiteResult {
  const parsed = reportSchema.safeParse(report)
  if (!parsed.success) return { name, passed: 0, failed: 1, skipped: 0, seconds, reason: 'it ended without a report' }
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, testResults } = parsed.data
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = numFailedTests + unloaded.length
  const skipped = numPendingTests + numTodoTests
  if (failed > 0)
    return {
      name,
      passed,
      failed,
      skipped,
      seconds,
      reason: unloaded.length > 0 ? `${unloaded.length} files failed outside of their tests` : null,
    }
  if (passed === 0) return { name, passed, failed: 1, skipped, seconds, reason: 'it has no tests' }
  if (exitCode !== 0) return { name, passed, failed: 1, skipped, seconds, reason: `vitest ended with exit code ${exitCode}` }
  return { name, passed, failed, skipped, seconds, reason: null }
}
