import { describe, expect, it } from 'vitest'
import { createLru } from './lru.ts'

describe('createLru', () => {
  it('forgets what was not asked for the longest', () => {
    const lru = createLru<number>({ max: 2 })
    lru.set('a', 1)
    lru.set('b', 2)
    lru.get('a')
    lru.set('c', 3)
    expect(['a', 'b', 'c'].map(lru.get)).toEqual([1, undefined, 3])
  })

  it('replaces a value without forgetting another', () => {
    const lru = createLru<number>({ max: 2 })
    lru.set('a', 1)
    lru.set('b', 2)
    lru.set('b', 3)
    expect(['a', 'b'].map(lru.get)).toEqual([1, 3])
  })
})
