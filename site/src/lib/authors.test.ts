import { describe, expect, it } from 'vitest'
import { authorSlugs } from './authors.ts'

describe('addresses of authors', () => {
  it('are made of the Latin letters of a name', () => {
    expect(authorSlugs(['Zoë  O’Neill-Nuñez']).get('Zoë  O’Neill-Nuñez')).toBe('zoe-o-neill-nunez')
  })

  it('are told apart where names have no Latin letters, or the same ones', () => {
    const names = ['Илья Ветер', 'Анна Мороз', 'Ann Lee', 'Ann-Lee', 'Ann Lee Ветер', '…']
    const slugs = [...authorSlugs(names).values()]
    expect(new Set(slugs).size).toBe(names.length)
    expect(slugs.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([])
  })

  it('stay the same when somebody joins, and short for a long name', () => {
    const long = 'A'.repeat(200)
    const before = authorSlugs(['Илья Ветер', 'Ann Lee', long])
    const after = authorSlugs(['Анна Мороз', 'Илья Ветер', 'Bo Lin', 'Ann Lee', long])
    expect([...before].map(([name]) => after.get(name))).toEqual([...before.values()])
    expect(before.get(long)).toHaveLength(60)
  })
})
