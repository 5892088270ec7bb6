import { type Failure, failure, type Result, success } from '@lectern/content-schemas/result'

/** A place on a picture: percent of its width from the left and of its height from the top, 0…100. */
export type Point = { x: number; y: number }

/** All in percent. `radius` is a percentage of the picture's width, so that a circle is round on a picture of any format. */
export type Shape =
  | { kind: 'circle'; x: number; y: number; radius: number }
  | { kind: 'rectangle'; x: number; y: number; width: number; height: number }
  | { kind: 'polygon'; points: Point[] }

export const shapeKinds = ['circle', 'rectangle', 'polygon'] as const
export type ShapeKind = (typeof shapeKinds)[number]

/** Characters that the coordinates of a shape may have, and corners of a polygon. */
export const maxCoordinates = 2000
const maxCorners = 100

/** A hair of slack, so that points on an outline are inside whatever the last digit says. */
const slack = 1e-9

/**
 * Reads coordinates as authors write them: pairs `x,y` with semicolons between. A circle is `x,y; radius`, a rectangle
 * its upper left corner and its size `x,y; width,height`, a polygon its corners `x,y; x,y; x,y`.
 * Fails with COORDINATES_UNREADABLE.
 */
export function parseShape({ kind, coordinates }: { kind: ShapeKind; coordinates: string }): Result<Shape> {
  const groups = readGroups(coordinates)
  if (!groups) return unreadable(kind)
  const [first, second] = groups
  if (kind === 'polygon') {
    const points = withoutRepeats(groups.flatMap(([x, y, ...rest]) => pointOf([x, y, ...rest]) ?? []))
    const isWhole = groups.every((group) => group.length === 2)
    return isWhole && points.length >= 3 && points.length <= maxCorners ? success({ kind, points }) : unreadable(kind)
  }
  const origin = pointOf(first)
  if (!origin || !second || groups.length !== 2) return unreadable(kind)
  if (kind === 'circle') {
    const [radius, ...rest] = second
    return radius === undefined || rest.length > 0 ? unreadable(kind) : success({ kind, ...origin, radius })
  }
  const size = pointOf(second)
  return size ? success({ kind, ...origin, width: size.x, height: size.y }) : unreadable(kind)
}

/** One place `x,y`. Fails with COORDINATES_UNREADABLE. */
export function parsePoint(coordinates: string): Result<Point> {
  const groups = readGroups(coordinates)
  const point = groups?.length === 1 ? pointOf(groups[0]) : null
  if (point) return success(point)
  return failure({ code: 'COORDINATES_UNREADABLE', message: 'Write the place as “x,y” in percent, for example 40,25.' })
}

/**
 * Is the point in the shape or on its outline? `aspect` is the picture's height ÷ width. A polygon that crosses itself
 * holds the points around which its outline goes an odd number of times (even-odd rule); authors cannot publish one.
 */
export function isInside({ shape, point, aspect }: { shape: Shape; point: Point; aspect: number }): boolean {
  if (shape.kind === 'circle') {
    const across = point.x - shape.x
    const down = (point.y - shape.y) * aspect
    return across * across + down * down <= shape.radius * shape.radius + slack
  }
  if (shape.kind === 'rectangle') {
    const isAcross = point.x >= shape.x - slack && point.x <= shape.x + shape.width + slack
    return isAcross && point.y >= shape.y - slack && point.y <= shape.y + shape.height + slack
  }
  const edges = edgesOf(shape.points)
  if (edges.some(([from, to]) => isOnEdge({ from, to, point }))) return true
  const crossings = edges.filter(
    ([from, to]) =>
      from.y > point.y !== to.y > point.y && point.x < ((to.x - from.x) * (point.y - from.y)) / (to.y - from.y) + from.x,
  )
  return crossings.length % 2 === 1
}

/** The middle of the shape, as a place to name it by; for a polygon the mean of its corners. */
export function centreOf(shape: Shape): Point {
  if (shape.kind === 'circle') return { x: shape.x, y: shape.y }
  if (shape.kind === 'rectangle') return { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 }
  const { points } = shape
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  }
}

/** The sides of a polygon, from each corner to the next and back to the first. */
export function edgesOf(points: Point[]): [Point, Point][] {
  return points.map((from, at) => [from, points[(at + 1) % points.length] ?? from])
}

/** Above 0 when the way from `from` over `to` to `point` turns right (the vertical axis goes down), 0 on the line. */
export function turnOf({ from, to, point }: { from: Point; to: Point; point: Point }): number {
  return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
}

export function isOnEdge({ from, to, point }: { from: Point; to: Point; point: Point }): boolean {
  if (Math.abs(turnOf({ from, to, point })) > slack) return false
  const isAcross = point.x >= Math.min(from.x, to.x) - slack && point.x <= Math.max(from.x, to.x) + slack
  return isAcross && point.y >= Math.min(from.y, to.y) - slack && point.y <= Math.max(from.y, to.y) + slack
}

/** Null when anything in the text is no number of at most three digits before and six behind the point. */
function readGroups(coordinates: string): number[][] | null {
  if (coordinates.length > maxCoordinates) return null
  const parts = coordinates.split(';').map((part) => part.trim())
  const groups = (parts.at(-1) === '' ? parts.slice(0, -1) : parts).map((part) => part.split(',').map((number) => number.trim()))
  const isWhole = groups.every((group) => group.every((number) => /^\d{1,3}(\.\d{1,6})?$/.test(number)))
  return isWhole && groups.length > 0 ? groups.map((group) => group.map(Number)) : null
}

function pointOf(group: (number | undefined)[] | undefined): Point | null {
  const [x, y, ...rest] = group ?? []
  return x === undefined || y === undefined || rest.length > 0 ? null : { x, y }
}

function withoutRepeats(points: Point[]): Point[] {
  return points.filter((point, at) => {
    const previous = points[(at === 0 ? points.length : at) - 1]
    return points.length === 1 || !previous || previous.x !== point.x || previous.y !== point.y
  })
}

function unreadable(kind: ShapeKind): { ok: false; error: Failure } {
  const examples: Record<ShapeKind, string> = {
    circle: 'x,y; radius — for example 40,25; 10',
    rectangle: 'x,y; width,height — for example 10,20; 30,15',
    polygon: 'three corners or more — for example 10,10; 40,10; 25,60',
  }
  return failure({ code: 'COORDINATES_UNREADABLE', message: `Write the ${kind} in percent as ${examples[kind]}.` })
}
