import { type Locale, type LocalizedText, pickText } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, rowIdSchema } from '../authored.ts'
import { checkRows, type Problem, plainText } from '../check.ts'
import { roundPoint } from './points.ts'
import { isInside, maxCoordinates, type Point, parsePoint, type Shape, type ShapeKind, shapeKinds } from './shapes.ts'

/** A named place by which learners can answer without looking for a point: `coordinates` is `x,y` in percent. */
export type Place = { id: string; text: LocalizedText; coordinates: string }
export type PlaceView = { id: string; text: string; x: number; y: number }

export const maxPlaces = 50

export const coordinatesSchema = emptyAsDefault(z.string().max(maxCoordinates), '')
export const shapeKindSchema: z.ZodType<ShapeKind> = emptyAsDefault(z.enum(shapeKinds), 'polygon')

export const placesSchema: z.ZodType<Place[]> = emptyAsDefault(
  z.array(z.object({ id: rowIdSchema, text: authoredText(1000), coordinates: coordinatesSchema })).max(maxPlaces),
  [],
)

export const placesViewSchema: z.ZodType<PlaceView[]> = z.array(
  z.object({ id: z.string(), text: z.string(), x: z.number(), y: z.number() }),
)

/** A point of a response: two places after the point are finer than any finger. */
export const pointSchema: z.ZodType<Point> = z.object({ x: z.number().min(0).max(100), y: z.number().min(0).max(100) })

/** The named places in the order of their names, which is that of no key. */
export function toPlaceViews({ places, locale }: { places: Place[]; locale: Locale }): PlaceView[] {
  const collator = new Intl.Collator(locale)
  return places
    .flatMap(({ id, text, coordinates }) => {
      const point = parsePoint(coordinates)
      return point.ok ? [{ id, text: pickText({ text, locale }), ...roundPoint(point.value) }] : []
    })
    .sort((left, right) => collator.compare(left.text, right.text) || (left.id < right.id ? -1 : 1))
}

/**
 * Problems of the named places: who answers by them must be able to earn everything (PLACE_MISSING), and must not be told
 * the key by them (PLACES_TELL_KEY). `areas` are those that earn; `aspect` is the picture's height ÷ width.
 */
export function checkPlaces({ places, areas, aspect }: { places: Place[]; areas: Shape[]; aspect: number }): Problem[] {
  if (places.length === 0) return []
  const problems = checkRows({ field: 'places', rows: places, sameText: plainText })
  const points = places.flatMap(({ coordinates }, at) => {
    const point = parsePoint(coordinates)
    if (point.ok && point.value.x <= 100 && point.value.y <= 100) return [point.value]
    const path = `places.${at}.coordinates`
    if (!point.ok) problems.push({ path, code: point.error.code, message: `Place ${at + 1}: ${point.error.message}` })
    else problems.push({ path, code: 'COORDINATES_OUTSIDE', message: `Place ${at + 1} lies beyond the picture.` })
    return []
  })
  const isMet = (shape: Shape) => points.some((point) => isInside({ shape, point, aspect }))
  if (!areas.every(isMet)) {
    problems.push({
      path: 'places',
      code: 'PLACE_MISSING',
      message: 'Name a place in each right area too: who answers by the list must be able to earn everything.',
    })
  }
  if (points.every((point) => areas.some((shape) => isInside({ shape, point, aspect })))) {
    problems.push({
      path: 'places',
      code: 'PLACES_TELL_KEY',
      message: 'Every named place is right, so the list tells the answer. Name wrong places too.',
    })
  }
  return problems
}
