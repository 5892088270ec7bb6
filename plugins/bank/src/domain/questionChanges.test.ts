import { describe, expect, it } from 'vitest'
import { applyChanges, type Changeable, differencesOf, questionChangesSchema, undoChanges } from './questionChanges.ts'

const before: Changeable = { tags: ['a', 'b'], category: null, difficulty: 2, retired: false, status: 'published' }
const change = (changes: unknown) => questionChangesSchema.parse(changes)

describe('changing many questions', () => {
  it.each([
    ['adds tags that are not there yet', { addTags: ['b', 'c'] }, { tags: ['a', 'b', 'c'] }],
    ['removes tags, also one that it adds', { addTags: ['c'], removeTags: ['a', 'c'] }, { tags: ['b'] }],
    ['sets a difficulty', { difficulty: 5 }, { difficulty: 5 }],
    ['takes a difficulty away', { difficulty: null }, { difficulty: null }],
    ['retires', { status: 'retire' }, { retired: true }],
    ['takes back to draft', { status: 'draft' }, { status: 'draft' }],
  ])('%s', (_, changes, expected) => {
    const after = applyChanges({ before, changes: change(changes) })
    expect(after).toEqual({ ...before, ...expected })
    expect(differencesOf({ before, after })).toEqual(Object.keys(expected))
  })

  it('needs something to change', () => {
    expect(questionChangesSchema.safeParse({}).success).toBe(false)
    expect(questionChangesSchema.safeParse({ addTags: [] }).success).toBe(false)
    expect(questionChangesSchema.safeParse({ difficulty: null }).success).toBe(true)
  })

  it('is undone for what it altered, and keeps what others altered since', () => {
    const after = applyChanges({ before, changes: change({ addTags: ['c'] }) })
    expect(undoChanges({ now: { ...after, difficulty: 4 }, before, after })).toEqual({ ...before, difficulty: 4 })
  })

  it('is not undone where somebody altered the same since', () => {
    const after = applyChanges({ before, changes: change({ addTags: ['c'] }) })
    expect(undoChanges({ now: { ...after, tags: ['z'] }, before, after })).toBeNull()
  })
})
