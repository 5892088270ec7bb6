import { describe, expect, it } from 'vitest'
import { quantile } from './quantile.ts'

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

describe('quantile', () => {
  it('is the nearest rank, whatever the order', () => {
    expect(quantile({ values: hundred, share: 0.5 })).toBe(50)
    expect(quantile({ values: hundred, share: 0.99 })).toBe(99)
    expect(quantile({ values: hundred, share: 1 })).toBe(100)
  })

  it('is the only value of one', () => {
    expect(quantile({ values: [7], share: 0.01 })).toBe(7)
  })

  it('is no number when there are no values', () => {
    expect(quantile({ values: [], share: 0.5 })).toBeNaN()
  })
})
