import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adviceOf } from './advice.ts'
import { markChoices, sharesOf } from './scheme.ts'

const anyOptions = fc
  .array(fc.constantFrom(-1, -0.5, -1 / 3, 0, 0.2, 1 / 3, 0.5, 1), { minLength: 1, maxLength: 12 })
  .map((fractions) => fractions.map((fraction, at) => ({ id: `o${at}`, fraction })))

function mark({ fractions, chosen, allOrNothing = false }: { fractions: number[]; chosen: number[]; allOrNothing?: boolean }) {
  const options = fractions.map((fraction, at) => ({ id: `o${at}`, fraction }))
  return markChoices({ options, chosen: new Set(chosen.map((at) => `o${at}`)), allOrNothing })
}

describe('markChoices', () => {
  it.each([
    ['all right ones', [0, 2], 1],
    ['one of two', [0], 0.5],
    ['one right and one wrong', [0, 1], 0],
    ['everything', [0, 1, 2, 3], 0],
    ['nothing', [], 0],
    ['only wrong ones', [1, 3], 0],
  ])('with penalties of a half: %s', (_, chosen, earned) => {
    expect(mark({ fractions: [0.5, -0.5, 0.5, -0.5], chosen })).toBe(earned)
  })

  it('shares the penalty among the wrong options when the author gave none', () => {
    const fractions = [0.5, 0.5, 0, 0, 0, 0]
    expect(mark({ fractions, chosen: [0, 1, 2] })).toBe(0.75)
    expect(mark({ fractions, chosen: [0, 1, 2, 3, 4, 5] })).toBe(0)
  })

  it('gives full marks for three thirds', () => {
    expect(mark({ fractions: [0.3333333, 0.3333333, 0.3333333, -1], chosen: [0, 1, 2] })).toBe(1)
  })

  it('marks all or nothing', () => {
    const fractions = [0.5, 0.5, 0]
    expect(mark({ fractions, chosen: [0, 1], allOrNothing: true })).toBe(1)
    expect(mark({ fractions, chosen: [0], allOrNothing: true })).toBe(0)
    expect(mark({ fractions, chosen: [0, 1, 2], allOrNothing: true })).toBe(0)
  })

  it('gives full marks for all right options and nothing that costs, and for nothing else', () => {
    fc.assert(
      fc.property(anyOptions, fc.boolean(), fc.infiniteStream(fc.boolean()), (options, allOrNothing, draws) => {
        const chosen = new Set(options.filter(() => draws.next().value).map(({ id }) => id))
        const shares = sharesOf(options)
        const isFull = options.every(({ id, fraction }) =>
          fraction > 0 ? chosen.has(id) : !chosen.has(id) || (!allOrNothing && shares.get(id) === 0),
        )
        const hasRight = options.some(({ fraction }) => fraction > 0)
        expect(markChoices({ options, chosen, allOrNothing }) === 1).toBe(isFull && hasRight)
      }),
    )
  })

  it('stays within 0 and 1 and ignores the order of options and of choices', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const ids = options.map(({ id }) => id).filter((_, at) => at % 3 !== 1)
        const earned = markChoices({ options, chosen: new Set(ids), allOrNothing: false })
        const reversed = markChoices({
          options: [...options].reverse(),
          chosen: new Set([...ids].reverse()),
          allOrNothing: false,
        })
        expect(earned).toBeGreaterThanOrEqual(0)
        expect(earned).toBeLessThanOrEqual(1)
        expect(reversed).toBeCloseTo(earned, 8)
      }),
    )
  })
})

describe('adviceOf', () => {
  const body = { stem: {}, generalFeedback: {}, shuffle: true, allOrNothing: false }
  const options = (fractions: number[]) =>
    fractions.map((fraction, at) => ({ id: `o${at}`, text: { en: `${at}` }, fraction, feedback: {} }))

  it.each([
    ['PENALTY_EQUAL', [0.5, 0.5, 0, 0]],
    ['SELECT_ALL_EARNS', [0.5, 0.5, -0.25, -0.25]],
  ])('says %s', (code, fractions) => {
    expect(adviceOf({ ...body, options: options(fractions) }).map((advice) => advice.code)).toEqual([code])
  })

  it('says nothing when choosing everything earns nothing', () => {
    expect(adviceOf({ ...body, options: options([0.5, 0.5, -1]) })).toEqual([])
    expect(adviceOf({ ...body, allOrNothing: true, options: options([1, 0]) })).toEqual([])
  })
})
