import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelOf, levelThresholds } from './levels.ts'

describe('levels', () => {
  it('follow the curve', () => {
    expect(levelThresholds({ curve: { base: 100, exponent: 1.5, highest: 5 }, overrides: [] })).toEqual([0, 100, 283, 520, 800])
  })
  it('take the points written by hand instead, and never begin below the one before', () => {
    const overrides = [
      { level: 2, points: 500 },
      { level: 4, points: null },
    ]
    expect(levelThresholds({ curve: { base: 100, exponent: 1, highest: 4 }, overrides })).toEqual([0, 500, 500, 500])
  })
  it('rise with the total and never fall', () => {
    const curves = fc.record({
      base: fc.integer({ min: 1, max: 1000 }),
      exponent: fc.double({ min: 1, max: 3, noNaN: true }),
      highest: fc.integer({ min: 1, max: 60 }),
    })
    fc.assert(
      fc.property(curves, fc.nat({ max: 1_000_000 }), fc.nat({ max: 1_000_000 }), (curve, total, more) => {
        const thresholds = levelThresholds({ curve, overrides: [] })
        const level = levelOf({ total, thresholds })
        expect(level).toBeGreaterThanOrEqual(1)
        expect(level).toBeLessThanOrEqual(curve.highest)
        expect(levelOf({ total: total + more, thresholds })).toBeGreaterThanOrEqual(level)
      }),
    )
  })
})
