import type { OrderingScheme } from './schema.ts'

/** What an order earns, 0…1, and whether each of its places is right; null for a place that is not marked by itself. */
export type MarkedOrder = { fraction: number; places: (boolean | null)[] }

/**
 * Marks an order. `ranks` are the items' right ranks in the order of the response: 0 for those that come first, the same
 * rank for items that may stand in either order, no rank left out.
 *
 * - `position`: each item that stands where it belongs, out of all (Moodle: absolute position).
 * - `pairs`: each item that may directly follow the one before it, out of all but the first (Moodle: relative to the next).
 * - `run`: the longest subsequence in the right order, counted from what every order has, so that the opposite of the
 *   right order earns 0. (Moodle: longest ordered subset, which counts a single item as a run.)
 *
 * `allOrNothing`: 1 for a right order, else 0. A right order earns 1 by every scheme.
 */
export function markOrder({
  ranks,
  scheme,
  allOrNothing,
}: {
  ranks: number[]
  scheme: OrderingScheme
  allOrNothing: boolean
}): MarkedOrder {
  const places = markPlaces[scheme](ranks)
  const marked = places.filter((isRight) => isRight !== null)
  const count = marked.filter(Boolean).length
  const isRight = ranks.every((rank, at) => at === 0 || rank >= (ranks[at - 1] ?? 0))
  const largestTie = Math.max(0, ...new Set(ranks.map((rank) => ranks.filter((other) => other === rank).length)))
  const partial =
    scheme === 'run' ? (count - largestTie) / Math.max(1, ranks.length - largestTie) : count / Math.max(1, marked.length)
  return { fraction: isRight ? 1 : allOrNothing ? 0 : partial, places }
}

const markPlaces: Record<OrderingScheme, (ranks: number[]) => (boolean | null)[]> = {
  position: (ranks) => {
    const right = [...ranks].sort((left, right) => left - right)
    return ranks.map((rank, at) => rank === right[at])
  },
  pairs: (ranks) =>
    ranks.map((rank, at) => {
      const before = ranks[at - 1]
      return before === undefined ? null : rank === before || rank === before + 1
    }),
  run: (ranks) => {
    const run = longestRun(ranks)
    return ranks.map((_, at) => run.has(at))
  },
}

/** Places of a longest subsequence that never falls; of several the one that ends first. Quadratic in at most 50 items. */
function longestRun(ranks: number[]): ReadonlySet<number> {
  const best: { length: number; before: number }[] = []
  ranks.forEach((rank) => {
    let before = -1
    best.forEach(({ length }, earlier) => {
      if ((ranks[earlier] ?? 0) <= rank && length > (best[before]?.length ?? 0)) before = earlier
    })
    best.push({ length: (best[before]?.length ?? 0) + 1, before })
  })
  let at = best.reduce((leader, { length }, candidate) => (length > (best[leader]?.length ?? 0) ? candidate : leader), 0)
  const run = new Set<number>()
  while (best[at]) {
    run.add(at)
    at = best[at]?.before ?? -1
  }
  return run
}
