/** The value below which `share` (0…1) of the values lie, by the nearest rank. NaN when there are none. */
export function quantile({ values, share }: { values: readonly number[]; share: number }): number {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(share * sorted.length))
  return sorted[rank - 1] ?? Number.NaN
}
