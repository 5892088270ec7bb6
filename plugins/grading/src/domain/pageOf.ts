/**
 * Page (from 0) of a question of the paper by its id (`q1`, `q2`, …). `pageSize` is how many questions stand on a page,
 * infinite when all do. `storeResponses` says the same in SQL.
 */
export function pageOf({ item, pageSize }: { item: string; pageSize: number }): number {
  return Math.floor((Number(item.slice(1)) - 1) / pageSize)
}
