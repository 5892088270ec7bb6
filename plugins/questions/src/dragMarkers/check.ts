import { checkRows, checkStem, type Problem, plainText } from '../shared/check.ts'
import { aspectOf } from '../shared/picture/picture.ts'
import { checkPlaces } from '../shared/picture/places.ts'
import { shapeProblem } from '../shared/picture/shapeProblem.ts'
import { parseShape } from '../shared/picture/shapes.ts'
import type { DragMarkers } from './schema.ts'

/** What makes a question of markers unfit for use. */
export function checkDragMarkers({ stem, media, markers, places }: DragMarkers): Problem[] {
  const zones = markers.flatMap((marker, row) => marker.zones.map((zone, at) => ({ ...zone, row, at })))
  const problems = [
    ...checkStem(stem),
    ...(media === null ? [{ path: 'media', code: 'PICTURE_MISSING', message: 'Choose a picture.' }] : []),
    ...checkRows({ field: 'markers', rows: markers, sameText: plainText }),
    ...zones.flatMap(({ shape, coordinates, row, at }): Problem[] => {
      const problem = shapeProblem({ kind: shape, coordinates })
      if (!problem) return []
      const path = `markers.${row}.zones.${at}.coordinates`
      return [{ path, code: problem.code, message: `Zone ${at + 1} of marker ${row + 1}: ${problem.message}` }]
    }),
  ]
  if (zones.length === 0) {
    problems.push({ path: 'markers', code: 'NO_RIGHT_ANSWER', message: 'Give at least one marker a zone.' })
  }
  const shapes = zones.flatMap(({ shape, coordinates }) => {
    const parsed = parseShape({ kind: shape, coordinates })
    return parsed.ok ? [parsed.value] : []
  })
  // Which place takes which marker is the question, so places that all lie in zones tell nothing.
  const placeProblems = checkPlaces({ places, areas: shapes, aspect: aspectOf(media) })
  const isTelling = markers.length < 2
  return [...problems, ...placeProblems.filter(({ code }) => code !== 'PLACES_TELL_KEY' || isTelling)]
}
