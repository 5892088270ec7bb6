import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markRow, markRows } from './scheme.ts'

const columns = ['a', 'b', 'c', 'd']
const anyColumns = fc.subarray(columns).map((some) => new Set(some))
const anyRight = fc.subarray(columns, { minLength: 1, maxLength: 3 }).map((some) => new Set(some))

describe('markRow', () => {
  it('gives one column all or nothing', () => {
    fc.assert(
      fc.property(anyRight, fc.constantFrom(...columns), (right, column) => {
        const earned = markRow({ columns, right, chosen: new Set([column]), many: false, allOrNothing: false })
        expect(earned).toBe(right.has(column) ? 1 : 0)
      }),
    )
  })

  it('gives several columns full marks for exactly the right ones, and nothing for none or for all', () => {
    fc.assert(
      fc.property(anyRight, anyColumns, fc.boolean(), (right, chosen, allOrNothing) => {
        const mark = (given: ReadonlySet<string>) => markRow({ columns, right, chosen: given, many: true, allOrNothing })
        const isRight = columns.every((column) => right.has(column) === chosen.has(column))
        expect(mark(chosen) === 1).toBe(isRight)
        expect(mark(chosen)).toBeGreaterThanOrEqual(0)
        expect(mark(chosen)).toBeLessThanOrEqual(1)
        expect([mark(new Set()), mark(new Set(columns))]).toEqual([0, 0])
      }),
    )
  })

  it('lets a wrong column cost its share of all wrong ones', () => {
    const mark = (chosen: string[], right: string[]) =>
      markRow({ columns, right: new Set(right), chosen: new Set(chosen), many: true, allOrNothing: false })
    expect(mark(['a', 'b', 'c'], ['a', 'b'])).toBe(0.5)
    expect(mark(['a'], ['a', 'b'])).toBe(0.5)
    expect(mark(['a', 'c'], ['a', 'b'])).toBe(0)
  })
})

describe('markRows', () => {
  it('does not depend on the order of the rows, and makes a whole of whole rows', () => {
    const share = fc.constantFrom(0, 1 / 3, 0.5, 2 / 3, 1)
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 20 }), (shares) => {
        expect(markRows([...shares].reverse())).toBe(markRows(shares))
        expect(markRows(shares) === 1).toBe(shares.every((one) => one === 1))
      }),
    )
  })
})
