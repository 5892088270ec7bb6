import type { Failure } from '@lectern/content-schemas'
import { edgesOf, isOnEdge, type Point, parseShape, type Shape, type ShapeKind, turnOf } from './shapes.ts'

/** A shape smaller than this (percent × percent) cannot be met by a finger. */
const leastArea = 0.05
/** A shape larger than this asks nothing. */
const mostArea = 9000

/**
 * What makes a shape unfit: COORDINATES_UNREADABLE, COORDINATES_OUTSIDE, SHAPE_EMPTY, SHAPE_TOO_LARGE,
 * POLYGON_CROSSES_ITSELF; null when nothing does. A circle may reach beyond the picture; its middle may not.
 */
export function shapeProblem({ kind, coordinates }: { kind: ShapeKind; coordinates: string }): Failure | null {
  const parsed = parseShape({ kind, coordinates })
  if (!parsed.ok) return parsed.error
  const shape = parsed.value
  if (cornersOf(shape).some(({ x, y }) => x > 100 || y > 100)) {
    return { code: 'COORDINATES_OUTSIDE', message: 'The area reaches beyond the picture: coordinates go from 0 to 100.' }
  }
  // Before the size, because the lobes of a figure of eight cancel each other out.
  if (shape.kind === 'polygon' && crossesItself(shape.points)) {
    return { code: 'POLYGON_CROSSES_ITSELF', message: 'The outline crosses itself. Put its corners in order around the area.' }
  }
  const size = sizeOf(shape)
  if (size < leastArea) return { code: 'SHAPE_EMPTY', message: 'The area is too small to be met.' }
  if (size > mostArea) return { code: 'SHAPE_TOO_LARGE', message: 'The area covers the whole picture, so it asks nothing.' }
  return null
}

function cornersOf(shape: Shape): Point[] {
  if (shape.kind === 'circle') return [{ x: shape.x, y: shape.y }]
  if (shape.kind === 'rectangle') return [{ x: shape.x + shape.width, y: shape.y + shape.height }]
  return shape.points
}

/** Percent × percent, as if the picture were square. */
function sizeOf(shape: Shape): number {
  if (shape.kind === 'circle') return Math.PI * shape.radius * shape.radius
  if (shape.kind === 'rectangle') return shape.width * shape.height
  const doubled = edgesOf(shape.points).reduce((sum, [from, to]) => sum + from.x * to.y - to.x * from.y, 0)
  return Math.abs(doubled) / 2
}

/** Do two sides that are no neighbours meet? */
function crossesItself(points: Point[]): boolean {
  const edges = edgesOf(points)
  return edges.some((edge, at) =>
    edges.slice(at + 2).some((other, gap) => {
      const isNeighbour = at === 0 && at + 2 + gap === edges.length - 1
      return !isNeighbour && meet(edge, other)
    }),
  )
}

function meet([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  const isSplit = (from: Point, to: Point, one: Point, other: Point) =>
    Math.sign(turnOf({ from, to, point: one })) * Math.sign(turnOf({ from, to, point: other })) < 0
  if (isSplit(a, b, c, d) && isSplit(c, d, a, b)) return true
  return [
    [a, b, c],
    [a, b, d],
    [c, d, a],
    [c, d, b],
  ].some(([from, to, point]) => from && to && point && isOnEdge({ from, to, point }))
}
