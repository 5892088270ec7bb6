import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intervalOf, isAccepted } from './isAccepted.ts'

const none = { match: 'near', value: null, tolerance: 0, toleranceType: 'absolute', from: null, to: null } as const

describe('isAccepted', () => {
  it.each([
    ['absolute', 10, 2, 8, 12],
    ['relative', 10, 0.2, 8, 12],
    ['relative', -10, 0.2, -12, -8],
    ['geometric', 10, 1, 5, 20],
    ['geometric', -10, 1, -20, -5],
  ] as const)('%s %d ± %d reaches from %d to %d', (toleranceType, value, tolerance, least, greatest) => {
    const answer = { ...none, value, tolerance, toleranceType }
    const step = 1e-9
    expect([least - step, least, value, greatest, greatest + step].map((given) => isAccepted({ answer, value: given }))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
  })

  it('takes 0.1 + 0.2 for 0.3, and no other number', () => {
    const answer = { ...none, value: 0.3 }
    expect(isAccepted({ answer, value: 0.1 + 0.2 })).toBe(true)
    expect(isAccepted({ answer, value: 0.300001 })).toBe(false)
  })

  it('accepts nothing while the number or an end of the range is missing', () => {
    expect(intervalOf(none)).toBeNull()
    expect(intervalOf({ ...none, match: 'range', from: 1 })).toBeNull()
  })

  it('includes the value itself, and a greater tolerance takes nothing away', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
    const tolerance = fc.double({ noNaN: true, min: 0, max: 10 })
    fc.assert(
      fc.property(
        finite,
        tolerance,
        tolerance,
        fc.constantFrom('absolute', 'relative', 'geometric'),
        (value, one, two, toleranceType) => {
          const [small, large] = [Math.min(one, two), Math.max(one, two)].map((width) =>
            intervalOf({ ...none, value, tolerance: width, toleranceType }),
          )
          expect(isAccepted({ answer: { ...none, value, tolerance: one, toleranceType }, value })).toBe(true)
          expect(large?.least).toBeLessThanOrEqual(small?.least ?? Number.NaN)
          expect(large?.greatest).toBeGreaterThanOrEqual(small?.greatest ?? Number.NaN)
        },
      ),
    )
  })
})
