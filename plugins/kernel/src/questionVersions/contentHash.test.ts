import { describe, expect, it } from 'vitest'
import { contentHash } from './contentHash.ts'

describe('contentHash', () => {
  it('is the same whatever the order of keys, and drops what JSON drops', () => {
    expect(contentHash({ a: 1, b: { c: [1, 2], d: null } })).toBe(contentHash({ b: { d: null, c: [1, 2], e: undefined }, a: 1 }))
  })

  it('differs when a value, a type or the order of a list differs', () => {
    const hashes = [{ a: 1 }, { a: '1' }, { a: null }, { a: [1, 2] }, { a: [2, 1] }, {}].map(contentHash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})
