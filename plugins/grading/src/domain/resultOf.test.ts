import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountedAttempt, resultOf } from './resultOf.ts'

const attempts: CountedAttempt[] = [
  { number: 2, percent: 90, passed: true },
  { number: 1, percent: 30, passed: false },
  { number: 3, percent: 60, passed: true },
]

describe('resultOf', () => {
  it.each([
    ['best', { percent: 90, passed: true }],
    ['first', { percent: 30, passed: false }],
    ['last', { percent: 60, passed: true }],
    ['mean', { percent: 60, passed: true }],
  ] as const)('counts the %s attempt', (counts, result) => {
    expect(resultOf({ attempts, counts, passPercent: 60 })).toEqual(result)
  })

  it('is null before the first attempt', () => {
    expect(resultOf({ attempts: [], counts: 'best', passPercent: 60 })).toBeNull()
  })

  it('never lowers the best result by a further attempt', () => {
    const percent = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(fc.array(percent, { minLength: 1 }), percent, (earlier, further) => {
        const toAttempts = (percents: number[]) =>
          percents.map((value, at) => ({ number: at + 1, percent: value, passed: value >= 60 }))
        const before = resultOf({ attempts: toAttempts(earlier), counts: 'best', passPercent: 60 })
        const after = resultOf({ attempts: toAttempts([...earlier, further]), counts: 'best', passPercent: 60 })
        expect(after?.percent).toBeGreaterThanOrEqual(before?.percent ?? Number.NaN)
      }),
    )
  })
})
