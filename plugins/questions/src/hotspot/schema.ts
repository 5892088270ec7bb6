import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, fractionSchema, onlyVersionOne, rowIdSchema, stemShape } from '../shared/authored.ts'
import { type PictureBody, type PictureView, pictureShape, pictureViewSchema } from '../shared/picture/picture.ts'
import {
  coordinatesSchema,
  type Place,
  type PlaceView,
  placesSchema,
  placesViewSchema,
  pointSchema,
  shapeKindSchema,
} from '../shared/picture/places.ts'
import type { Point, ShapeKind } from '../shared/picture/shapes.ts'

/** An area of the picture. `fraction` above 0: it is right; 0: it has feedback only; below 0: a mark there costs. */
export type Area = {
  id: string
  text: LocalizedText
  shape: ShapeKind
  /** Percent; see `parseShape`. */
  coordinates: string
  fraction: number
  feedback: LocalizedText
}
export type Hotspot = PictureBody & {
  stem: LocalizedText
  generalFeedback: LocalizedText
  areas: Area[]
  /** How many points a learner may mark. */
  maxPoints: number
  places: Place[]
}
export type HotspotView = { stem: string; picture: PictureView | null; maxPoints: number; places: PlaceView[] }
export type HotspotResponse = { points: Point[] }

export const maxAreas = 50
export const mostPoints = 20

export const hotspotSchema: QuestionSchema<Hotspot, HotspotView, HotspotResponse> = defineQuestionSchema({
  type: 'hotspot',
  version: 1,
  authored: z.object({
    ...stemShape,
    ...pictureShape,
    areas: emptyAsDefault(
      z
        .array(
          z.object({
            id: rowIdSchema,
            text: authoredText(1000),
            shape: shapeKindSchema,
            coordinates: coordinatesSchema,
            fraction: fractionSchema,
            feedback: authoredText(20_000),
          }),
        )
        .max(maxAreas),
      [],
    ),
    maxPoints: emptyAsDefault(z.int().min(1).max(mostPoints), 1),
    places: placesSchema,
  }),
  view: z.object({
    stem: z.string(),
    picture: pictureViewSchema.nullable(),
    maxPoints: z.int(),
    places: placesViewSchema,
  }),
  response: z.object({ points: z.array(pointSchema).max(mostPoints) }),
  upgrade: onlyVersionOne,
})
