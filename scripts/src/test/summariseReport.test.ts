import { describe, expect, it } from 'vitest'
import { summariseReport } from './summariseReport.ts'

const summarise = (report: unknown, exitCode = 0) => {
  const { passed, failed, skipped } = summariseReport({ name: 'unit', report, exitCode, seconds: 1 })
  return { passed, failed, skipped }
}
const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) })
const report = (numPassedTests: number, numFailedTests: number, ...testResults: unknown[]) => ({
  numPassedTests,
  numFailedTests,
  numPendingTests: 0,
  testResults,
})

describe('summariseReport', () => {
  it('counts what passed and what was skipped', () => {
    expect(summarise({ ...report(2, 0, file('passed', 'passed', 'passed')), numPendingTests: 3 })).toEqual({
      passed: 2,
      failed: 0,
      skipped: 3,
    })
  })

  it('counts a file that could not be loaded', () => {
    expect(summarise(report(1, 0, file('passed', 'passed'), file('failed')), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it('counts a failing file by its failing tests', () => {
    expect(summarise(report(1, 2, file('failed', 'passed', 'failed', 'failed')), 1)).toEqual({ passed: 1, failed: 2, skipped: 0 })
  })

  it.each([
    ['there are no tests', report(0, 0), 0],
    ['there is no report', undefined, 0],
    ['vitest failed outside of a test', report(1, 0, file('passed', 'passed')), 1],
  ])('is a failure when %s', (_, given, exitCode) => {
    expect(summarise(given, exitCode).failed).toBe(1)
  })
})
