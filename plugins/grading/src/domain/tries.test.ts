import { testSettingsSchema } from '@lectern/content-schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterPenalty, isSettled, type Try, triesAllowed, tryNumberOf } from './tries.ts'

const interactive = testSettingsSchema.parse({ behaviour: 'interactive', tries: 3, penaltyPercent: 25 })
const immediate = { ...interactive, behaviour: 'immediate' as const }
const deferred = { ...interactive, behaviour: 'deferred' as const }
const aTry = (revision: number, state: Try['state'] = 'wrong'): Try => ({
  at: '2030-01-01T00:00:00.000Z',
  revision,
  response: {},
  fraction: 0,
  state,
  graderVersion: '1',
})

describe('tries', () => {
  it('are none, one, or as many as the test gives', () => {
    expect([deferred, immediate, interactive].map(triesAllowed)).toEqual([0, 1, 3])
  })

  it('end with a right response or when they are used up', () => {
    expect(isSettled({ rules: interactive, tries: [aTry(1)] })).toBe(false)
    expect(isSettled({ rules: interactive, tries: [aTry(1), aTry(2, 'partly')] })).toBe(false)
    expect(isSettled({ rules: interactive, tries: [aTry(1, 'right')] })).toBe(true)
    expect(isSettled({ rules: interactive, tries: [aTry(1), aTry(2), aTry(3)] })).toBe(true)
    expect(isSettled({ rules: immediate, tries: [aTry(1)] })).toBe(true)
  })

  it('count a response that was handed in unchecked as one more', () => {
    expect(tryNumberOf({ tries: [], revision: 4 })).toBe(1)
    expect(tryNumberOf({ tries: [aTry(1)], revision: 4 })).toBe(2)
    expect(tryNumberOf({ tries: [aTry(1), aTry(4)], revision: 4 })).toBe(2)
  })
})

describe('afterPenalty', () => {
  it.each([
    [1, 1, 1],
    [1, 2, 0.75],
    [1, 3, 0.5],
    [0.5, 3, 0],
    [1, 5, 0],
    [1, 9, 0],
    [0, 3, 0],
    [-0.5, 3, -0.5],
  ])('leaves of %d on try %d %d', (fraction, number, left) => {
    expect(afterPenalty({ fraction, rules: interactive, number })).toBe(left)
  })

  it('never gives more for a later try, and never turns what was earned into a loss', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        unit,
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 1, max: 10 }),
        (fraction, penaltyPercent, number) => {
          const rules = { ...interactive, penaltyPercent }
          const now = afterPenalty({ fraction, rules, number })
          expect(now).toBeGreaterThanOrEqual(0)
          expect(afterPenalty({ fraction, rules, number: number + 1 })).toBeLessThanOrEqual(now)
        },
      ),
    )
  })

  it('takes nothing where the test is not interactive', () => {
    expect(afterPenalty({ fraction: 1, rules: immediate, number: 3 })).toBe(1)
    expect(afterPenalty({ fraction: 1, rules: deferred, number: 3 })).toBe(1)
  })
})
