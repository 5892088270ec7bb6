import { roundPoint } from './points.ts'
import type { Point, Shape, ShapeKind } from './shapes.ts'

/** A point by which a shape is drawn: a corner of it, the middle of a circle or its rim. */
export type Handle = { id: string; point: Point }

const least = 1

/** Coordinates as `parseShape` reads them, to two places. */
export function formatShape(shape: Shape): string {
  const pair = (point: Point) => `${roundPoint(point).x},${roundPoint(point).y}`
  if (shape.kind === 'circle') return `${pair(shape)}; ${roundPoint({ x: shape.radius, y: 0 }).x}`
  if (shape.kind === 'rectangle') return `${pair(shape)}; ${pair({ x: shape.width, y: shape.height })}`
  return shape.points.map(pair).join('; ')
}

/** A new shape of middling size around the middle of the picture. `aspect` is the picture's height ÷ width. */
export function newShape({ kind, aspect }: { kind: ShapeKind; aspect: number }): Shape {
  if (kind === 'circle') return { kind, x: 50, y: 50, radius: Math.min(15, roundPoint({ x: 40 * aspect, y: 0 }).x) }
  if (kind === 'rectangle') return { kind, x: 35, y: 35, width: 30, height: 30 }
  const points = [
    { x: 35, y: 35 },
    { x: 65, y: 35 },
    { x: 65, y: 65 },
    { x: 35, y: 65 },
  ]
  return { kind, points }
}

/** The points by which a shape is changed. Those of a rectangle go clockwise from the upper left corner. */
export function handlesOf(shape: Shape): Handle[] {
  if (shape.kind === 'circle') {
    // On the rim where the picture has room for it.
    const direction = shape.x + shape.radius <= 100 ? 1 : -1
    return [
      { id: 'middle', point: { x: shape.x, y: shape.y } },
      { id: 'rim', point: { x: shape.x + direction * shape.radius, y: shape.y } },
    ]
  }
  if (shape.kind === 'polygon') return shape.points.map((point, at) => ({ id: `${at}`, point }))
  const { x, y, width, height } = shape
  return [
    { id: 'upper left', point: { x, y } },
    { id: 'upper right', point: { x: x + width, y } },
    { id: 'lower right', point: { x: x + width, y: y + height } },
    { id: 'lower left', point: { x, y: y + height } },
  ]
}

/** The shape with one of its handles at another place, held within the picture. */
export function moveHandle({ shape, handle, to, aspect }: { shape: Shape; handle: string; to: Point; aspect: number }): Shape {
  const point = roundPoint({ x: within(to.x), y: within(to.y) })
  if (shape.kind === 'polygon') {
    return { ...shape, points: shape.points.map((corner, at) => (`${at}` === handle ? point : corner)) }
  }
  if (shape.kind === 'circle') {
    if (handle === 'middle') return { ...shape, ...point }
    const radius = Math.hypot(to.x - shape.x, (to.y - shape.y) * aspect)
    return { ...shape, radius: Math.min(100, Math.max(least, roundPoint({ x: radius, y: 0 }).x)) }
  }
  const [isLeft, isUpper] = [handle.endsWith('left'), handle.startsWith('upper')]
  const right = shape.x + shape.width
  const lower = shape.y + shape.height
  const x = isLeft ? Math.min(point.x, right - least) : shape.x
  const y = isUpper ? Math.min(point.y, lower - least) : shape.y
  const width = isLeft ? right - x : Math.max(least, point.x - shape.x)
  const height = isUpper ? lower - y : Math.max(least, point.y - shape.y)
  return { kind: 'rectangle', ...roundPoint({ x, y }), ...sizeOf({ width, height }) }
}

/** The whole shape moved, as far as the picture goes. */
export function moveShape({ shape, by }: { shape: Shape; by: Point }): Shape {
  if (shape.kind === 'circle') return { ...shape, ...roundPoint({ x: within(shape.x + by.x), y: within(shape.y + by.y) }) }
  const corners = handlesOf(shape).map(({ point }) => point)
  const x = clampBy({ by: by.x, values: corners.map((corner) => corner.x) })
  const y = clampBy({ by: by.y, values: corners.map((corner) => corner.y) })
  if (shape.kind === 'rectangle') return { ...shape, ...roundPoint({ x: shape.x + x, y: shape.y + y }) }
  return { ...shape, points: shape.points.map((point) => roundPoint({ x: point.x + x, y: point.y + y })) }
}

/** A polygon with one more corner, half way from a corner to the next. */
export function addCorner({ shape, after }: { shape: Shape; after: number }): Shape {
  if (shape.kind !== 'polygon') return shape
  const from = shape.points[after]
  const to = shape.points[(after + 1) % shape.points.length]
  if (!from || !to) return shape
  const middle = roundPoint({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
  return { ...shape, points: [...shape.points.slice(0, after + 1), middle, ...shape.points.slice(after + 1)] }
}

/** A polygon without one of its corners; three stay. */
export function removeCorner({ shape, at }: { shape: Shape; at: number }): Shape {
  if (shape.kind !== 'polygon' || shape.points.length <= 3) return shape
  return { ...shape, points: shape.points.filter((_, index) => index !== at) }
}

function sizeOf({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const { x, y } = roundPoint({ x: width, y: height })
  return { width: x, height: y }
}

function within(percent: number): number {
  return Math.min(100, Math.max(0, percent))
}

function clampBy({ by, values }: { by: number; values: number[] }): number {
  return Math.min(100 - Math.max(...values), Math.max(-Math.min(...values), by))
}
