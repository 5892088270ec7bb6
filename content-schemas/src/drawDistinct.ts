/** One draw from the bank: `count` questions out of `pool` (ids). `preferUnseen`: take those first that are not in `seen`. */
export type Draw = { count: number; pool: readonly string[]; preferUnseen: boolean }

/**
 * Draws questions for several draws so that none comes twice and none is of `taken`. As many places are filled as pools that
 * overlap allow at all, whatever is drawn, and among the ways to do that as many unseen questions are used as possible; so the
 * number of questions is known before the draw. `random` gives numbers in [0, 1). Answers the ids by draw, in drawn order.
 *
 * Places and questions are matched by augmenting paths (Kuhn), first with unseen questions only. A path never frees a
 * question that has a place, so those of the first round stay.
 */
export function drawDistinct({
  draws,
  taken,
  seen,
  random,
}: {
  draws: readonly Draw[]
  taken: ReadonlySet<string>
  seen: ReadonlySet<string>
  random: () => number
}): string[][] {
  const orders = draws.map(({ pool }) => shuffle({ ids: [...new Set(pool)].filter((id) => !taken.has(id)), random }))
  const places = draws.flatMap(({ count }, draw) =>
    Array.from({ length: Math.min(count, orders[draw]?.length ?? 0) }, () => draw),
  )
  const preferred = draws.map(({ preferUnseen }, draw) => (orders[draw] ?? []).filter((id) => !preferUnseen || !seen.has(id)))
  const placeOf = new Map<string, number>()
  for (const options of [preferred, orders]) {
    const filled = new Set(placeOf.values())
    const closed = new Set<number>()
    for (const [place, draw] of places.entries()) {
      // Of places alike, once one cannot be filled none can.
      if (filled.has(place) || closed.has(draw)) continue
      if (!fill({ place, places, options, placeOf, visited: new Set() })) closed.add(draw)
    }
  }
  const idOf = new Map([...placeOf].map(([id, place]) => [place, id]))
  return draws.map((_, draw) => places.flatMap((of, place) => (of === draw ? (idOf.get(place) ?? []) : [])))
}

/** Finds a question for a place; one that stands elsewhere is taken when another is found for there. */
function fill({
  place,
  places,
  options,
  placeOf,
  visited,
}: {
  place: number
  places: readonly number[]
  options: readonly string[][]
  placeOf: Map<string, number>
  visited: Set<string>
}): boolean {
  const candidates = options[places[place] ?? -1] ?? []
  const free = candidates.find((id) => !placeOf.has(id))
  if (free !== undefined) {
    placeOf.set(free, place)
    return true
  }
  for (const id of candidates) {
    const holder = placeOf.get(id)
    if (visited.has(id) || holder === undefined) continue
    visited.add(id)
    if (fill({ place: holder, places, options, placeOf, visited })) {
      placeOf.set(id, place)
      return true
    }
  }
  return false
}

function shuffle({ ids, random }: { ids: readonly string[]; random: () => number }): string[] {
  return ids
    .map((id) => ({ id, order: random() }))
    .sort((left, right) => left.order - right.order)
    .map(({ id }) => id)
}
