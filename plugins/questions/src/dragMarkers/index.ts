import {
  failure,
  type GradedPart,
  type GradeInput,
  type GradeResult,
  type Locale,
  pickText,
  type Result,
  success,
} from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel/question'
import { isBlankOf } from '../shared/blank.ts'
import { generalFeedbackField, rowIdField, stemField } from '../shared/fields.ts'
import { escapeHtml } from '../shared/key.ts'
import { areaPadField, pictureFields, placesField, shapeFields } from '../shared/picture/fields.ts'
import { aspectOf, toPictureView } from '../shared/picture/picture.ts'
import { toPlaceViews } from '../shared/picture/places.ts'
import { comparePoints, roundPoint } from '../shared/picture/points.ts'
import { centreOf, parseShape } from '../shared/picture/shapes.ts'
import { placeInWords } from '../shared/picture/words.ts'
import { feedbackOf, searchTextOf } from '../shared/present.ts'
import { rowFeedbackField, shuffleRowsField, textRowsField } from '../shared/rowFields.ts'
import { pairList, shuffleRows } from '../shared/rowsView.ts'
import { checkDragMarkers } from './check.ts'
import { fromPlain } from './fromPlain.ts'
import { maxMarkers, maxUses, maxZones } from './limits.ts'
import { markDrops } from './markDrops.ts'
import { dropPart, markerPart, zonePart } from './parts.ts'
import { dragMarkersSamples } from './samples.ts'
import { type DragMarkers, type DragMarkersResponse, type Drop, dragMarkersSchema, type Marker } from './schema.ts'

const label = { en: 'Markers on a picture', ru: 'Метки на картинке' }

/** Named markers to be put where they belong on a picture. Marked by `markDrops`. */
export const dragMarkers: AnyQuestionType = defineQuestionType({
  schema: dragMarkersSchema,
  label,
  block: {
    slug: dragMarkersSchema.type,
    labels: { singular: label, plural: label },
    fields: [
      stemField,
      ...pictureFields,
      areaPadField,
      textRowsField({
        name: 'markers',
        label: { en: 'Markers', ru: 'Метки' },
        labels: { singular: { en: 'Marker', ru: 'Метка' }, plural: { en: 'Markers', ru: 'Метки' } },
        description: {
          en: 'All right places are worth the same. A marker without a zone belongs nowhere.',
          ru: 'Все верные места стоят одинаково. Метке без области нет места на картинке.',
        },
        text: { label: { en: 'Text', ru: 'Текст' }, description: { en: 'Plain text, short.', ru: 'Простой короткий текст.' } },
        maxRows: maxMarkers,
        fields: [
          {
            name: 'reusable',
            type: 'checkbox',
            defaultValue: false,
            label: { en: 'May be used more than once', ru: 'Можно ставить несколько раз' },
            admin: {
              description: {
                en: 'Then it belongs into each of its zones; otherwise any one of them is right.',
                ru: 'Тогда её место — в каждой из её областей; иначе верна любая из них.',
              },
            },
          },
          {
            name: 'zones',
            type: 'array',
            minRows: 0,
            maxRows: maxZones,
            label: { en: 'Zones', ru: 'Области' },
            labels: { singular: { en: 'Zone', ru: 'Область' }, plural: { en: 'Zones', ru: 'Области' } },
            fields: [rowIdField, shapeFields],
          },
          rowFeedbackField({
            en: 'Shown to everyone who put this marker. Markdown.',
            ru: 'Виден всем, кто поставил эту метку. Markdown.',
          }),
        ],
      }),
      shuffleRowsField({ en: 'Shuffle the markers', ru: 'Перемешивать метки' }),
      placesField,
      generalFeedbackField,
    ],
  },
  present: ({ authored, locale, seed }) => {
    const markers = authored.markers.map(({ id, text, reusable }) => ({ id, text: pickText({ text, locale }), reusable }))
    return {
      stem: renderMarkdown(pickText({ text: authored.stem, locale })),
      picture: toPictureView({ ...authored, locale }),
      markers: authored.shuffle ? shuffleRows({ rows: markers, seed, draw: 1 }) : markers,
      places: toPlaceViews({ places: authored.places, locale }),
    }
  },
  parse: parseDragMarkers,
  grade: gradeDragMarkers,
  key: ({ authored, locale }) => {
    const placed = authored.markers.filter(({ zones }) => zones.length > 0)
    return {
      html: pairList(
        placed.map((marker) => ({
          row: escapeHtml(pickText({ text: marker.text, locale })),
          answer: escapeHtml(zonesInWords({ marker, locale })),
        })),
      ),
      parts: Object.fromEntries(
        placed.flatMap(({ id, zones }) =>
          zones.map(({ shape, coordinates }, at) => [zonePart({ marker: id, at }), `${shape} ${coordinates}`]),
        ),
      ),
    }
  },
  search: ({ stem, alt, markers, places, generalFeedback }) =>
    searchTextOf([stem, alt, ...[...markers, ...places].map(({ text }) => text), generalFeedback]),
  check: checkDragMarkers,
  fromPlain,
  samples: dragMarkersSamples,
})

function parseDragMarkers({ authored, input }: { authored: DragMarkers; input: unknown }): Result<DragMarkersResponse | null> {
  if (isBlankOf({ input, key: 'drops' })) return success(null)
  const parsed = dragMarkersSchema.response.safeParse(input)
  if (!parsed.success) {
    return failure({
      code: 'RESPONSE_INVALID',
      message: 'A response is a list of markers with points in percent of the picture.',
    })
  }
  const sorted = parsed.data.drops.map(({ marker, x, y }) => ({ marker, ...roundPoint({ x, y }) })).sort(compareDrops)
  const drops = sorted.filter((drop, at) => at === 0 || compareDrops(drop, sorted[at - 1] ?? drop) !== 0)
  const known = new Map(authored.markers.map((marker) => [marker.id, marker]))
  const uses = new Map<string, number>()
  for (const { marker: id } of drops) {
    const marker = known.get(id)
    if (!marker) return failure({ code: 'MARKER_UNKNOWN', message: 'The question has no such marker.' })
    const count = (uses.get(id) ?? 0) + 1
    if (count > (marker.reusable ? maxUses : 1)) {
      return failure({ code: 'MARKER_TOO_OFTEN', message: 'A marker is on the picture more often than it may be.' })
    }
    uses.set(id, count)
  }
  return success({ drops })
}

function gradeDragMarkers({ authored, response, locale }: GradeInput<DragMarkers, DragMarkersResponse>): GradeResult {
  const { markers, media, generalFeedback } = authored
  const { drops } = response
  const { fraction, right, missed } = markDrops({ markers, drops, aspect: aspectOf(media) })
  const share = fraction / Math.max(1, right.filter(Boolean).length)
  const parts = [
    ...right.map(
      (isRight, at): GradedPart => ({
        part: dropPart(at),
        fraction: isRight ? share : 0,
        state: isRight ? 'right' : 'wrong',
      }),
    ),
    ...missed.map((id): GradedPart => ({ part: markerPart(id), fraction: 0, state: 'missed' })),
  ]
  // Drops are sorted by marker, so what is said of a marker is said at its first.
  const feedback = markers.flatMap(({ id, feedback: text }) => {
    const first = drops.findIndex(({ marker }) => marker === id)
    return first < 0 ? [] : feedbackOf({ text, locale, part: dropPart(first) })
  })
  return { fraction, parts, feedback: [...feedback, ...feedbackOf({ text: generalFeedback, locale })] }
}

function compareDrops(left: Drop, right: Drop): number {
  if (left.marker !== right.marker) return left.marker < right.marker ? -1 : 1
  return comparePoints(left, right)
}

/** The middles of a marker's zones: all of them when it is to be put into each, else any. */
function zonesInWords({ marker, locale }: { marker: Marker; locale: Locale }): string {
  const middles = marker.zones.flatMap(({ shape, coordinates }) => {
    const parsed = parseShape({ kind: shape, coordinates })
    return parsed.ok ? [placeInWords({ point: centreOf(parsed.value), locale })] : []
  })
  return new Intl.ListFormat(locale, { type: marker.reusable ? 'conjunction' : 'disjunction' }).format(middles)
}
