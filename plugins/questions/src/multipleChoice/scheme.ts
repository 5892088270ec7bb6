import type { Option } from '../shared/options.ts'

/**
 * What choosing each option earns (above 0) or costs (below 0), as shares of the mark.
 *
 * Right options (fraction above 0) share the whole mark in proportion to their fractions, so that choosing all of them
 * and nothing else earns exactly 1. Wrong options cost what the author says. When the author says of none, all wrong
 * options cost the same and together the whole mark: otherwise choosing everything would earn full marks. (Moodle
 * leaves that to the author.)
 */
export function sharesOf(options: Pick<Option, 'id' | 'fraction'>[]): Map<string, number> {
  const earned = options.reduce((sum, { fraction }) => sum + Math.max(0, fraction), 0)
  const wrong = options.filter(({ fraction }) => fraction <= 0)
  const hasPenalty = wrong.some(({ fraction }) => fraction < 0)
  return new Map(
    options.map(({ id, fraction }) => {
      if (fraction > 0) return [id, fraction / earned]
      return [id, hasPenalty ? fraction : -1 / wrong.length]
    }),
  )
}

/** The share of the mark for a set of chosen options, 0…1. Sums a hair off 0 or 1 are taken for 0 or 1. */
export function markChoices({
  options,
  chosen,
  allOrNothing,
}: {
  options: Pick<Option, 'id' | 'fraction'>[]
  chosen: ReadonlySet<string>
  allOrNothing: boolean
}): number {
  const isExact = options.every(({ id, fraction }) => chosen.has(id) === fraction > 0)
  if (chosen.size === 0 || !options.some(({ fraction }) => fraction > 0)) return 0
  if (isExact) return 1
  if (allOrNothing) return 0
  const shares = sharesOf(options)
  // Summed in the order of ids, so that the order in which options were written or chosen cannot change a last digit.
  const sum = [...chosen].sort().reduce((total, id) => total + (shares.get(id) ?? 0), 0)
  const rounded = Math.round(sum * 1e9) / 1e9
  return Math.min(1, Math.max(0, rounded))
}
