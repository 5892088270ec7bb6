import type { OrderingItem } from './schema.ts'

/** The right rank of each item, from 0, without gaps; items with the same position share one. Unnumbered items are last. */
export function ranksOf(items: Pick<OrderingItem, 'id' | 'position'>[]): Map<string, number> {
  const orderOf = (position: number | null) => position ?? Number.POSITIVE_INFINITY
  const values = [...new Set(items.map(({ position }) => orderOf(position)))].sort((left, right) => (left < right ? -1 : 1))
  return new Map(items.map(({ id, position }) => [id, values.indexOf(orderOf(position))]))
}
