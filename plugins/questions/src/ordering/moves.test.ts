import { describe, expect, it } from 'vitest'
import { draggedTo, moveItem, shownOrder } from './moves.ts'

describe('moveItem', () => {
  it.each([
    [0, 1, 'bac'],
    [2, 0, 'cab'],
    [0, 2, 'bca'],
    [0, -1, 'abc'],
    [2, 3, 'abc'],
  ])('moves %d to %d: %s', (from, to, moved) => {
    expect(moveItem({ order: ['a', 'b', 'c'], from, to }).join('')).toBe(moved)
  })
})

describe('draggedTo', () => {
  const boxes = [
    { top: 0, height: 40 },
    { top: 40, height: 120 },
    { top: 160, height: 40 },
  ]
  it.each([
    ['rests while it is over itself', 0, 30, 0],
    ['rests until it is beyond the middle of a tall neighbour', 0, 90, 0],
    ['passes the neighbour beyond its middle', 0, 110, 1],
    ['goes to the end when it is below the list', 0, 900, 2],
    ['goes to the beginning when it is above the list', 2, -50, 0],
  ])('%s', (_, from, y, to) => {
    expect(draggedTo({ boxes, from, y })).toBe(to)
  })
})

describe('shownOrder', () => {
  it('is the response’s, unless that names other items', () => {
    expect(shownOrder({ items: ['a', 'b'], order: ['b', 'a'] })).toEqual(['b', 'a'])
    expect(shownOrder({ items: ['a', 'b'], order: ['b', 'x'] })).toEqual(['a', 'b'])
    expect(shownOrder({ items: ['a', 'b'], order: undefined })).toEqual(['a', 'b'])
  })
})
