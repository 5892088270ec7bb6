import { isInside, type Point, parseShape } from '../shared/picture/shapes.ts'
import type { Area } from './schema.ts'

type MarkedPoint<Met> = { area: Met | null; fraction: number }

/**
 * What the marked points earn, −1…1.
 *
 * One point: the fraction of the best area that it meets (areas may lie in each other like the rings of a target), 0
 * outside all areas.
 *
 * Several points: areas above 0 share the whole mark in proportion; each is earned once by any point in it. A point in
 * none of them costs what the area that it meets says (the worst of several), else one part in as many as there are right
 * areas. The sum is held between 0 and 1. Further points in an area that has one neither earn nor cost.
 *
 * `aspect` is the picture's height ÷ width. `points` of the answer are in the order given; `missed` are right areas
 * without a point.
 */
export function markPoints<Met extends Pick<Area, 'id' | 'shape' | 'coordinates' | 'fraction'>>({
  areas,
  points,
  maxPoints,
  aspect,
}: {
  areas: Met[]
  points: Point[]
  maxPoints: number
  aspect: number
}): { fraction: number; points: MarkedPoint<Met>[]; missed: Met[] } {
  const shapes = areas.flatMap((area) => {
    const shape = parseShape({ kind: area.shape, coordinates: area.coordinates })
    return shape.ok ? [{ area, shape: shape.value }] : []
  })
  const metBy = (point: Point) =>
    shapes
      .filter(({ shape }) => isInside({ shape, point, aspect }))
      .map(({ area }) => area)
      .sort((left, right) => right.fraction - left.fraction || (left.id < right.id ? -1 : 1))
  const met = points.map(metBy)
  const hit = new Set(met.flat())
  const right = areas.filter(({ fraction }) => fraction > 0).sort((one, other) => (one.id < other.id ? -1 : 1))
  if (maxPoints === 1) {
    const marked = met.map(([best]) => ({ area: best ?? null, fraction: best?.fraction ?? 0 }))
    const isMissed = !right.some((area) => hit.has(area))
    return { fraction: marked[0]?.fraction ?? 0, points: marked, missed: isMissed ? right : [] }
  }
  const whole = right.reduce((sum, { fraction }) => sum + fraction, 0)
  const marked = met.map((areasHere): MarkedPoint<Met> => {
    const [best] = areasHere
    if (best && best.fraction > 0) return { area: best, fraction: best.fraction / whole }
    const worst = areasHere.at(-1) ?? null
    return { area: worst, fraction: worst && worst.fraction < 0 ? worst.fraction : -1 / Math.max(1, right.length) }
  })
  const missed = right.filter((area) => !hit.has(area))
  const costs = marked.map(({ fraction }) => fraction).filter((fraction) => fraction < 0)
  if (right.length > 0 && missed.length === 0 && costs.length === 0) return { fraction: 1, points: marked, missed }
  // Summed in an order that does not depend on that of areas or points, so that no last digit does.
  const earned = right.filter((area) => hit.has(area)).reduce((sum, { fraction }) => sum + fraction / whole, 0)
  const sum = costs.sort((one, other) => one - other).reduce((total, cost) => total + cost, earned)
  return { fraction: Math.min(1, Math.max(0, Math.round(sum * 1e9) / 1e9)), points: marked, missed }
}
