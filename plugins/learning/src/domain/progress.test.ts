import { describe, expect, it } from 'vitest'
import { percentOf, resumeLesson } from './progress.ts'

const lessons = ['a', 'b', 'c'].map((id) => ({ id, path: `course/module/${id}` }))
const resumed = (completed: string[], lastLesson: string | null) =>
  resumeLesson({ lessons, completed: new Set(completed), lastLesson })?.id

describe('percentOf', () => {
  it.each([
    [0, 0, 0],
    [1, 3, 33],
    [199, 200, 99],
    [3, 3, 100],
  ])('%i of %i is %i %%', (completed, total, percent) => {
    expect(percentOf({ completed, total })).toBe(percent)
  })
})

describe('resumeLesson', () => {
  it('goes back to the lesson opened last while it is not completed', () => {
    expect(resumed(['a'], 'b')).toBe('b')
  })

  it('goes on to the next one that is not completed', () => {
    expect(resumed(['a', 'b'], 'a')).toBe('c')
  })

  it('goes back to a gap when nothing is left ahead', () => {
    expect(resumed(['b', 'c'], 'c')).toBe('a')
  })

  it('begins at the beginning, also when the last lesson has left the course', () => {
    expect([resumed([], null), resumed([], 'gone')]).toEqual(['a', 'a'])
  })

  it('offers the first lesson to read again when all is done, and nothing in an empty course', () => {
    expect([resumed(['a', 'b', 'c'], 'c'), resumeLesson({ lessons: [], completed: new Set(), lastLesson: null })]).toEqual([
      'a',
      null,
    ])
  })
})
