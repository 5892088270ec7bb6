import { describe, expect, it } from 'vitest'
import { type ListFilters, readListQuery, toListQuery } from './listFilters.ts'

const within = (category: string) => (category === 'physics' ? ['physics', 'optics'] : [category])

describe('quick filters of the question list', () => {
  it.each<[ListFilters]>([
    [{}],
    [{ category: 'physics' }],
    [{ category: 'none', use: 'unused' }],
    [{ type: 'essay', tag: 'dns', state: 'ready' }],
    [{ state: 'draft', use: 'unanswered', facility: 'hard' }],
    [{ state: 'retired', use: 'answered', facility: 'middle', difficulty: '3' }],
    [{ use: 'used', facility: 'easy' }],
  ])('%j are read back from the query that they make', (filters) => {
    const query = toListQuery({ filters, within })
    expect(readListQuery(query)).toEqual(filters)
  })

  it('are read back from an address, where everything is a text and lists may have become objects', () => {
    const query = { or: { 0: { and: { 0: { usedInTests: { equals: '0' } }, 1: { retired: { equals: 'true' } } } } } }
    expect(readListQuery(query)).toEqual({ use: 'unused', state: 'retired' })
  })

  it('take a category with all that lies within it', () => {
    expect(toListQuery({ filters: { category: 'physics' }, within })).toEqual({
      or: [{ and: [{ category: { in: ['physics', 'optics'] } }] }],
    })
  })

  it('leave out what another hand wrote', () => {
    expect(readListQuery({ or: [{ and: [{ name: { like: 'x' } }] }] })).toEqual({})
    expect(readListQuery('nonsense')).toEqual({})
  })
})
