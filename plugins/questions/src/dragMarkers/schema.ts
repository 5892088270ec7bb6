import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, onlyVersionOne, rowIdSchema, stemShape } from '../shared/authored.ts'
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
import { maxMarkers, maxUses, maxZones } from './limits.ts'

/** Where a marker belongs. Coordinates are percent; see `parseShape`. */
export type Zone = { id: string; shape: ShapeKind; coordinates: string }
/**
 * A marker without zones belongs nowhere. One that is `reusable` belongs into each of its zones; one that is not belongs
 * into any one of them.
 */
export type Marker = { id: string; text: LocalizedText; reusable: boolean; zones: Zone[]; feedback: LocalizedText }
export type DragMarkers = PictureBody & {
  stem: LocalizedText
  generalFeedback: LocalizedText
  markers: Marker[]
  shuffle: boolean
  places: Place[]
}
export type DragMarkersView = {
  stem: string
  picture: PictureView | null
  markers: { id: string; text: string; reusable: boolean }[]
  places: PlaceView[]
}
export type Drop = { marker: string } & Point
export type DragMarkersResponse = { drops: Drop[] }

export const dragMarkersSchema: QuestionSchema<DragMarkers, DragMarkersView, DragMarkersResponse> = defineQuestionSchema({
  type: 'drag-markers',
  version: 1,
  authored: z.object({
    ...stemShape,
    ...pictureShape,
    markers: emptyAsDefault(
      z
        .array(
          z.object({
            id: rowIdSchema,
            text: authoredText(200),
            reusable: emptyAsDefault(z.boolean(), false),
            zones: emptyAsDefault(
              z.array(z.object({ id: rowIdSchema, shape: shapeKindSchema, coordinates: coordinatesSchema })).max(maxZones),
              [],
            ),
            feedback: authoredText(20_000),
          }),
        )
        .max(maxMarkers),
      [],
    ),
    shuffle: emptyAsDefault(z.boolean(), true),
    places: placesSchema,
  }),
  view: z.object({
    stem: z.string(),
    picture: pictureViewSchema.nullable(),
    markers: z.array(z.object({ id: z.string(), text: z.string(), reusable: z.boolean() })),
    places: placesViewSchema,
  }),
  response: z.object({
    drops: z.array(z.intersection(z.object({ marker: rowIdSchema }), pointSchema)).max(maxMarkers * maxUses),
  }),
  upgrade: onlyVersionOne,
})
