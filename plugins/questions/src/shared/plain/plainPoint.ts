import { type Result, success } from '@lectern/content-schemas'
import { type Place, pointSchema } from '../picture/places.ts'
import { type Point, parsePoint } from '../picture/shapes.ts'
import { findByText } from './findByText.ts'
import { wrongForm } from './plainForm.ts'

/** A point in percent of the picture as `[x, y]`, `{ x, y }` or `"x,y"`, or the text of one of the named places. */
export function toPoint({ plain, places }: { plain: unknown; places: Place[] }): Result<Point> {
  const [x, y] = Array.isArray(plain) && plain.length === 2 ? plain : []
  const parsed = pointSchema.safeParse(Array.isArray(plain) ? { x, y } : plain)
  if (parsed.success) return success(parsed.data)
  if (typeof plain !== 'string') return wrongForm('made of points such as [40, 25] or of named places')
  const point = parsePoint(plain)
  if (point.ok) return point
  const found = findByText({ rows: places, given: plain })
  return found.ok ? parsePoint(places.find(({ id }) => id === found.value)?.coordinates ?? '') : found
}
