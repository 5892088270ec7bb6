import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrderingScheme } from './schema.ts'
import { markOrder } from './scheme.ts'

const schemes: OrderingScheme[] = ['position', 'pairs', 'run']

/** Ranks of an order of any items, some of which may stand in either order. */
const anyRanks = fc
  .array(fc.nat(8), { minLength: 2, maxLength: 10 })
  .map((values) => values.map((value) => [...new Set(values)].filter((other) => other < value).length))

function fraction(ranks: number[], scheme: OrderingScheme, allOrNothing = false): number {
  return markOrder({ ranks, scheme, allOrNothing }).fraction
}

describe('markOrder', () => {
  it.each([
    ['position', [0, 1, 2, 3], 1],
    ['position', [1, 0, 2, 3], 0.5],
    ['position', [1, 2, 3, 0], 0],
    ['pairs', [1, 2, 3, 4, 0], 0.75],
    ['pairs', [4, 3, 2, 1, 0], 0],
    ['pairs', [0, 2, 1, 3, 4], 0.25],
    ['run', [1, 2, 3, 4, 0], 0.75],
    ['run', [4, 0, 1, 3, 2], 0.5],
    ['run', [4, 3, 2, 1, 0], 0],
    ['run', [1, 0, 0], 0],
    ['run', [0, 1, 0], 0],
  ] as const)('by %s %j earns %d', (scheme, ranks, earned) => {
    expect(fraction([...ranks], scheme)).toBe(earned)
  })

  it('gives full marks for a right order by every scheme, and for no other', () => {
    fc.assert(
      fc.property(anyRanks, fc.constantFrom(...schemes), fc.boolean(), (ranks, scheme, allOrNothing) => {
        const isRight = String(ranks) === String([...ranks].sort((left, right) => left - right))
        expect(fraction(ranks, scheme, allOrNothing) === 1).toBe(isRight)
      }),
    )
  })

  it('stays within 0 and 1, and gives nothing for the opposite order by pairs and by run', () => {
    fc.assert(
      fc.property(anyRanks, fc.constantFrom(...schemes), (ranks, scheme) => {
        expect(fraction(ranks, scheme)).toBeGreaterThanOrEqual(0)
        expect(fraction(ranks, scheme)).toBeLessThanOrEqual(1)
      }),
    )
    for (const scheme of ['pairs', 'run'] as const) expect(fraction([5, 4, 3, 2, 1, 0], scheme)).toBe(0)
  })

  it('finds a longest run: as long as the best of all subsequences', () => {
    const rises = (ranks: number[]) => ranks.every((rank, at) => at === 0 || rank >= (ranks[at - 1] ?? 0))
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }), (ranks) => {
        const subsequences = Array.from({ length: 2 ** ranks.length }, (_, mask) => ranks.filter((_, at) => (mask >> at) & 1))
        const longest = Math.max(...subsequences.filter(rises).map(({ length }) => length))
        const { places } = markOrder({ ranks, scheme: 'run', allOrNothing: false })
        const run = ranks.filter((_, at) => places[at])
        expect(run).toHaveLength(longest)
        expect(rises(run)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
