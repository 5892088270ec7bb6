import { type Certainty, testSettingsSchema } from '@lectern/content-schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { earnedBy, type Given, isSettled, isTried, type Try, triesAllowed } from './tries.ts'

const interactive = testSettingsSchema.parse({ behaviour: 'interactive', tries: 3, penaltyPercent: 25 })
const immediate = { ...interactive, behaviour: 'immediate' as const }
const deferred = { ...interactive, behaviour: 'deferred' as const }
const adaptive = { ...interactive, behaviour: 'adaptive' as const }
const noPenalty = { ...interactive, behaviour: 'adaptive-no-penalty' as const }
const certainty = { ...interactive, behaviour: 'certainty' as const }

function aTry(revision: number, fraction = 0): Try {
  return {
    at: '2030-01-01T00:00:00.000Z',
    revision,
    response: { option: String(revision) },
    certainty: null,
    fraction,
    state: fraction >= 1 ? 'right' : 'wrong',
    mark: 0,
    graderVersion: '2',
    behaviour: null,
  }
}

/** A response of the next revision after these tries, each of another response. */
function after(fractions: number[], given: Partial<Given> = {}): Given {
  const tries = fractions.map((fraction, at) => aTry(at + 1, fraction))
  const revision = fractions.length + 1
  return { tries, revision, response: { option: String(revision) }, certainty: null, ...given }
}

describe('tries', () => {
  it('are none, one, as many as the test gives, or without end', () => {
    const allowed = [deferred, immediate, interactive, adaptive, certainty].map((rules) => triesAllowed({ rules, hints: 5 }))
    expect(allowed).toEqual([0, 1, 3, Number.POSITIVE_INFINITY, 0])
  })

  it('are one more than there are hints where the test says nothing', () => {
    const rules = { ...interactive, tries: null }
    expect([0, 1, 3].map((hints) => triesAllowed({ rules, hints }))).toEqual([1, 2, 4])
  })

  it('end with a right response or when they are used up', () => {
    const settled = (rules: typeof interactive, fractions: number[]) =>
      isSettled({ rules, hints: 0, tries: after(fractions).tries })
    expect(settled(interactive, [0])).toBe(false)
    expect(settled(interactive, [0, 0.5])).toBe(false)
    expect(settled(interactive, [1])).toBe(true)
    expect(settled(interactive, [0, 0, 0])).toBe(true)
    expect(settled(immediate, [0])).toBe(true)
  })

  it('never end where one may check as often as one likes', () => {
    expect(isSettled({ rules: adaptive, hints: 0, tries: after([0, 0, 0, 0, 0, 1]).tries })).toBe(false)
  })

  it('count a response that says the same again only where repeats count', () => {
    const repeated = after([0, 0], { response: { option: '2' } })
    expect(isTried({ rules: adaptive, given: repeated })).toBe(true)
    expect(isTried({ rules: interactive, given: repeated })).toBe(false)
    expect(isTried({ rules: interactive, given: { ...repeated, revision: 2 } })).toBe(true)
  })
})

describe('earnedBy', () => {
  it.each([
    ['interactive, first try', interactive, [], 1, 1],
    ['interactive, second try', interactive, [0], 1, 0.75],
    ['interactive, third try', interactive, [0, 0], 1, 0.5],
    ['interactive, half right on the third', interactive, [0, 0], 0.5, 0],
    ['interactive, below nothing', interactive, [], -0.5, 0],
    ['deferred, below nothing', deferred, [], -0.5, -0.5],
    ['adaptive, first try', adaptive, [], 1, 1],
    ['adaptive, after two wrong ones', adaptive, [0, 0], 1, 0.5],
    ['adaptive, the best is kept', adaptive, [0.8, 0], 0.4, 0.8],
    ['adaptive, right and then wrong', adaptive, [0, 1], 0, 0.75],
    ['adaptive, after nine wrong ones', adaptive, [0, 0, 0, 0, 0, 0, 0, 0, 0], 1, 0],
    ['adaptive without penalty', noPenalty, [0, 0, 0], 1, 1],
    ['adaptive without penalty, the best is kept', noPenalty, [0.5, 1], 0, 1],
  ])('%s', (_, rules, earlier, fraction, earned) => {
    expect(earnedBy({ rules, given: after(earlier) })(fraction)).toBe(earned)
  })

  it('takes nothing for the same response again', () => {
    expect(earnedBy({ rules: adaptive, given: after([0, 0.5], { response: { option: '2' } }) })(0.5)).toBe(0.25)
  })

  it('keeps what was earned when the response is taken back, only where the best is kept', () => {
    expect(earnedBy({ rules: adaptive, given: after([0, 1], { response: null }) })(null)).toBe(0.75)
    expect(earnedBy({ rules: interactive, given: after([0, 0.5], { response: null }) })(null)).toBe(0)
  })

  it('lets nothing cost marks where the test says so', () => {
    const rules = { ...deferred, negativeMarking: false }
    expect(earnedBy({ rules, given: after([]) })(-0.5)).toBe(0)
  })

  it.each<[Certainty | null, number | null, number]>([
    [1, 1, 1],
    [2, 1, 2],
    [3, 1, 3],
    [1, 0, 0],
    [2, 0, -2],
    [3, 0, -6],
    [3, 0.5, 1.5],
    [2, -0.5, -2],
    [null, 1, 1],
    [null, 0, 0],
    [3, null, 0],
  ])('with certainty %s a response of %s earns %s', (level, fraction, earned) => {
    expect(earnedBy({ rules: certainty, given: after([], { certainty: level }) })(fraction)).toBe(earned)
  })

  it('never gives less for a further try where the best is kept, and never more than a try earns by itself', () => {
    const unit = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 8 }),
        unit,
        fc.double({ min: 0, max: 100, noNaN: true }),
        (earlier, last, penaltyPercent) => {
          const rules = { ...adaptive, penaltyPercent }
          const before = earnedBy({ rules, given: after(earlier) })(null)
          const now = earnedBy({ rules, given: after(earlier) })(last)
          expect(now).toBeGreaterThanOrEqual(before)
          expect(now).toBeLessThanOrEqual(Math.max(0, last, ...earlier))
        },
      ),
    )
  })

  it('never gives more for a later try', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 9 }), (fraction, count) => {
        const wrong = Array.from({ length: count }, () => 0)
        const now = earnedBy({ rules: interactive, given: after(wrong) })(fraction)
        expect(now).toBeGreaterThanOrEqual(0)
        expect(earnedBy({ rules: interactive, given: after([...wrong, 0]) })(fraction)).toBeLessThanOrEqual(now)
      }),
    )
  })
})
