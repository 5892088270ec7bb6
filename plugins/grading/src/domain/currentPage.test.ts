import { describe, expect, it } from 'vitest'
import { currentPage } from './currentPage.ts'

describe('currentPage', () => {
  it('is the page that the attempt was turned to, whatever was answered', () => {
    expect(currentPage({ turnedTo: 2, stored: ['q1'], pageSize: 1 })).toBe(2)
    expect(currentPage({ turnedTo: 0, stored: ['q5'], pageSize: 1 })).toBe(0)
  })

  it('is that of the last response where nothing was turned yet', () => {
    expect(currentPage({ turnedTo: null, stored: [], pageSize: 2 })).toBe(0)
    expect(currentPage({ turnedTo: null, stored: ['q1', 'q5', 'q2'], pageSize: 2 })).toBe(2)
  })
})
