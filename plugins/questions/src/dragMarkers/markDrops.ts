import { isInside, type Point, parseShape } from '../shared/picture/shapes.ts'
import type { Drop, Marker } from './schema.ts'

type MarkerToMark = Pick<Marker, 'id' | 'reusable' | 'zones'>

/**
 * What the markers on the picture earn, 0…1: as in Moodle, those that are right ÷ the greater of what there is to mark
 * and what was put, so that markers strewn everywhere earn little.
 *
 * To mark is each zone of a reusable marker, and each marker that is not reusable and has a zone. A zone takes one marker;
 * where zones of one marker overlap, its drops are given to zones so that as many as possible are right.
 *
 * `aspect` is the picture's height ÷ width. `right` tells of each drop whether it is right, `missed` are markers that
 * belong to the picture and lack at least one right place.
 */
export function markDrops({ markers, drops, aspect }: { markers: MarkerToMark[]; drops: Drop[]; aspect: number }): {
  fraction: number
  right: boolean[]
  missed: string[]
} {
  const right = drops.map(() => false)
  const missed: string[] = []
  let targets = 0
  for (const { id, reusable, zones } of markers) {
    const wanted = reusable ? zones.length : Math.min(1, zones.length)
    const own = drops.flatMap((drop, at) => (drop.marker === id ? [{ drop, at }] : []))
    const met = own.map(({ drop }) => zonesAt({ zones, point: drop, aspect }))
    const hits = assign(met).slice(0, wanted)
    for (const hit of hits) {
      const found = own[hit]
      if (found) right[found.at] = true
    }
    targets += wanted
    if (hits.length < wanted) missed.push(id)
  }
  const hits = right.filter(Boolean).length
  return { fraction: hits / Math.max(1, targets, drops.length), right, missed }
}

function zonesAt({ zones, point, aspect }: { zones: Marker['zones']; point: Point; aspect: number }): number[] {
  return zones.flatMap(({ shape, coordinates }, at) => {
    const parsed = parseShape({ kind: shape, coordinates })
    return parsed.ok && isInside({ shape: parsed.value, point, aspect }) ? [at] : []
  })
}

/**
 * A largest assignment of drops to zones (Kuhn's algorithm, at most drops² × zones steps). `met` are the zones that each
 * drop lies in; answered are the drops that get a zone, in order.
 */
function assign(met: number[][]): number[] {
  const dropOfZone = new Map<number, number>()
  const tryDrop = (drop: number, seen: Set<number>): boolean =>
    (met[drop] ?? []).some((zone) => {
      if (seen.has(zone)) return false
      seen.add(zone)
      const holder = dropOfZone.get(zone)
      if (holder !== undefined && !tryDrop(holder, seen)) return false
      dropOfZone.set(zone, drop)
      return true
    })
  met.forEach((_, drop) => {
    tryDrop(drop, new Set())
  })
  return [...dropOfZone.values()].sort((left, right) => left - right)
}
