import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percentOf, roundMark, sumMarks } from './marks.ts'

const amount = fc.double({ min: -1000, max: 1000, noNaN: true })

describe('roundMark', () => {
  it.each([
    [1 / 3, 0.33333],
    [2 / 3, 0.66667],
    [1.000005, 1.00001],
    [-1.000005, -1.00001],
    [0.000005, 0.00001],
    [0.0000049, 0],
    [-0.0000001, 0],
    [1e-9, 0],
  ])('rounds %d to %d', (value, rounded) => {
    expect(roundMark(value)).toBe(rounded)
  })

  it('is idempotent, symmetric and off by half a place at most', () => {
    fc.assert(
      fc.property(amount, (value) => {
        const rounded = roundMark(value)
        expect(roundMark(rounded)).toBe(rounded)
        expect(roundMark(-value) + rounded).toBe(0)
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.0000051)
      }),
    )
  })
})

describe('sumMarks', () => {
  it('adds tenths exactly', () => {
    expect(sumMarks([0.1, 0.2])).toBe(0.3)
    expect(sumMarks(Array.from({ length: 10 }, () => 0.1))).toBe(1)
  })

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(amount), (marks) => {
        expect(sumMarks([...marks].reverse())).toBe(sumMarks(marks))
      }),
    )
  })
})

describe('percentOf', () => {
  it('stays within 0 and 100, and is 0 when nothing can be earned', () => {
    expect(percentOf({ mark: 2, maxMark: 3 })).toBe(66.66667)
    expect(percentOf({ mark: -1, maxMark: 3 })).toBe(0)
    expect(percentOf({ mark: 4, maxMark: 3 })).toBe(100)
    expect(percentOf({ mark: 0, maxMark: 0 })).toBe(0)
  })
})
