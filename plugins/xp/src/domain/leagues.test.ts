import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialsOf, ranksOf, settleGroup, weekOf } from './leagues.ts'

const settle = ({
  points,
  league = 2,
  promote = 2,
  demote = 2,
}: {
  points: number[]
  league?: number
  promote?: number
  demote?: number
}) =>
  settleGroup({ places: points.map((one) => ({ points: one })), league, rules: { promote, demote } }).map(
    ({ outcome }) => outcome,
  )

describe('weekOf', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
    ['2028-02-29', '2028-02-28'],
  ])('puts %s into the week of %s', (day, monday) => {
    expect(weekOf(day)).toBe(monday)
  })
})

describe('the end of a week', () => {
  it('promotes the first and demotes the last', () => {
    expect(settle({ points: [60, 50, 40, 30, 20, 10] })).toEqual(['promoted', 'promoted', 'kept', 'kept', 'demoted', 'demoted'])
  })

  it('promotes everybody who ties with the last one promoted', () => {
    expect(settle({ points: [60, 50, 50, 50, 20, 10] })).toEqual([
      'promoted',
      'promoted',
      'promoted',
      'promoted',
      'demoted',
      'demoted',
    ])
  })

  it('demotes nobody who ties with one who stays', () => {
    expect(settle({ points: [60, 50, 40, 20, 20, 20] })).toEqual(['promoted', 'promoted', 'kept', 'kept', 'kept', 'kept'])
  })

  it('promotes nobody without a point, demotes nobody out of a small group or out of the lowest league', () => {
    expect(settle({ points: [0, 0, 0] })).toEqual(['kept', 'kept', 'kept'])
    expect(settle({ points: [9, 8, 7, 6] })).toEqual(['promoted', 'promoted', 'kept', 'kept'])
    expect(settle({ points: [60, 50, 40, 30, 20, 10], league: 1 })).not.toContain('demoted')
  })

  it('promotes nobody out of the highest league', () => {
    expect(settle({ points: [60, 50, 40, 30, 20, 10], league: 5 })).not.toContain('promoted')
  })

  it('gives the same to the same points, and never less to more', () => {
    const better = { demoted: 0, kept: 1, promoted: 2 }
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), (points, league) => {
        const outcomes = settle({ points, league }).map((outcome) => better[outcome])
        for (const [one, own] of points.entries())
          for (const [other, others] of points.entries()) {
            if (own === others) expect(outcomes[one]).toBe(outcomes[other])
            if (own > others) expect(outcomes[one]).toBeGreaterThanOrEqual(outcomes[other] ?? 0)
          }
      }),
    )
  })
})

describe('ranks', () => {
  it('are shared by those with the same points', () => {
    expect(ranksOf({ points: [50, 40, 40, 10] })).toEqual([1, 2, 2, 4])
  })

  it('go on from where a part of a list begins', () => {
    expect(ranksOf({ points: [40, 40, 30, 20], before: 6, first: 5 })).toEqual([5, 5, 9, 10])
  })
})

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'A. L.'],
    ['  мария  ', 'М.'],
    ['', ''],
    ['𝒜da b c', '𝒜. B.'],
  ])('of “%s” are “%s”', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
