import type { Point } from './shapes.ts'

/** Adding zero makes a zero of minus zero. */
export function roundPoint({ x, y }: Point): Point {
  return { x: Math.round(x * 100) / 100 + 0, y: Math.round(y * 100) / 100 + 0 }
}

/** The order of two points that depends on nothing but them: from the top, then from the left. */
export function comparePoints(left: Point, right: Point): number {
  return left.y - right.y || left.x - right.x
}
