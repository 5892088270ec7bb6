import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf } from './bandOf.ts'

const bands = [
  { fromPercent: 0, text: 'read it again' },
  { fromPercent: 90, text: 'excellent' },
  { fromPercent: 50, text: 'good' },
]

describe('bandOf', () => {
  it.each([
    [0, 'read it again'],
    [49.99999, 'read it again'],
    [50, 'good'],
    [89.9, 'good'],
    [90, 'excellent'],
    [100, 'excellent'],
  ])('says at %d %% “%s”', (percent, text) => {
    expect(bandOf({ bands, percent })?.text).toBe(text)
  })

  it('says nothing below the lowest band', () => {
    expect(bandOf({ bands: [{ fromPercent: 50, text: 'good' }], percent: 49 })).toBeUndefined()
  })

  it('does not depend on the order in which bands were written', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (percent) => {
        expect(bandOf({ bands: [...bands].reverse(), percent })).toEqual(bandOf({ bands, percent }))
      }),
    )
  })
})
