import { type Draw, drawDistinct } from '@lectern/content-schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const stream = (seed: number) => {
  let state = ((seed + 1) * 7_919_003) % 2_147_483_647
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
const id = fc.constantFrom(...'abcdefghij')
const anyDraw: fc.Arbitrary<Draw> = fc.record({
  count: fc.integer({ min: 0, max: 5 }),
  pool: fc.uniqueArray(id),
  preferUnseen: fc.constant(true),
})
const anyInput = fc.record({
  draws: fc.array(anyDraw, { maxLength: 4 }),
  taken: fc.uniqueArray(id, { maxLength: 3 }).map((ids) => new Set(ids)),
  seen: fc.uniqueArray(id).map((ids) => new Set(ids)),
  seed: fc.nat(),
})
const run = ({ seed, ...input }: { draws: Draw[]; taken: Set<string>; seen: Set<string>; seed: number }) =>
  drawDistinct({ ...input, random: stream(seed) })

/** The most places that can be filled at all, by trying every choice. */
function most(draws: readonly Draw[], taken: ReadonlySet<string>): number {
  const [first, ...rest] = draws.filter(({ count }) => count > 0)
  if (!first) return 0
  const open = first.pool.filter((one) => !taken.has(one))
  const without = most(rest, taken)
  const withOne = open.map((one) => 1 + most([{ ...first, count: first.count - 1 }, ...rest], new Set([...taken, one])))
  return Math.max(without, ...withOne)
}

describe('drawDistinct', () => {
  it('never draws a question twice, nor one that is taken, nor one of another pool', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const drawn = run(input)
        const all = drawn.flat()
        expect(new Set(all).size).toBe(all.length)
        expect(all.filter((one) => input.taken.has(one))).toEqual([])
        for (const [at, { pool, count }] of input.draws.entries()) {
          expect(drawn[at]?.every((one) => pool.includes(one))).toBe(true)
          expect(drawn[at]?.length).toBeLessThanOrEqual(count)
        }
      }),
    )
  })

  it('draws the same for the same seed and the same seen questions', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(run(input)).toEqual(run(input))
      }),
    )
  })

  it('fills as many places as can be filled, whatever is drawn and whatever was seen', () => {
    const small = anyInput.map((input) => ({
      ...input,
      draws: input.draws.slice(0, 3).map((draw) => ({ ...draw, count: Math.min(2, draw.count), pool: draw.pool.slice(0, 4) })),
    }))
    fc.assert(
      fc.property(small, (input) => {
        expect(run(input).flat().length).toBe(most(input.draws, input.taken))
      }),
      { numRuns: 60 },
    )
  })

  it('takes a seen question only when there are not enough unseen ones', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { minLength: 1 }),
        fc.uniqueArray(id),
        fc.integer({ min: 1, max: 10 }),
        fc.nat(),
        (pool, seenIds, count, seed) => {
          const seen = new Set(seenIds)
          const unseen = pool.filter((one) => !seen.has(one)).length
          const [drawn = []] = run({ draws: [{ count, pool, preferUnseen: true }], taken: new Set(), seen, seed })
          expect(drawn.filter((one) => !seen.has(one)).length).toBe(Math.min(count, unseen))
        },
      ),
    )
  })

  it('lets every question come where nothing prefers unseen ones', () => {
    const draws = [{ count: 1, pool: ['a', 'b'], preferUnseen: false }]
    const drawn = Array.from({ length: 50 }, (_, seed) => run({ draws, taken: new Set(), seen: new Set(['a']), seed }).flat()[0])
    expect(new Set(drawn)).toEqual(new Set(['a', 'b']))
  })

  it('gives way where pools overlap', () => {
    const draws = [
      { count: 1, pool: ['a', 'b'], preferUnseen: true },
      { count: 1, pool: ['a'], preferUnseen: true },
    ]
    for (let seed = 0; seed < 20; seed += 1)
      expect(run({ draws, taken: new Set(), seen: new Set(), seed })).toEqual([['b'], ['a']])
  })
})
