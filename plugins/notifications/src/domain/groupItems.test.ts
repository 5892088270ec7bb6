import { expect, it } from 'vitest'
import { groupItems } from './groupItems.ts'

const row = (
  id: string,
  { groupKey = 'g', kind = 'k', read = false }: { groupKey?: string | null; kind?: string; read?: boolean } = {},
) => ({
  id,
  kind,
  groupKey,
  read,
})
const idsOf = (rows: ReturnType<typeof row>[]) => groupItems(rows).map(({ newest, ids }) => [newest.id, ids])

it('puts unread rows of a group together, in the place of the newest', () => {
  expect(idsOf([row('4'), row('3', { groupKey: 'other' }), row('2'), row('1')])).toEqual([
    ['4', ['4', '2', '1']],
    ['3', ['3']],
  ])
})

it('leaves alone what is read, has no key, or is of another kind', () => {
  const rows = [
    row('5'),
    row('4', { read: true }),
    row('3', { groupKey: null }),
    row('2', { groupKey: null }),
    row('1', { kind: 'l' }),
  ]
  expect(idsOf(rows)).toEqual(rows.map(({ id }) => [id, [id]]))
})
