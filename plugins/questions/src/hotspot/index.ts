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
import { fractionField, generalFeedbackField, stemField } from '../shared/fields.ts'
import { escapeHtml, joinAnswers } from '../shared/key.ts'
import { areaPadField, pictureFields, placesField, shapeFields } from '../shared/picture/fields.ts'
import { aspectOf, toPictureView } from '../shared/picture/picture.ts'
import { toPlaceViews } from '../shared/picture/places.ts'
import { comparePoints, roundPoint } from '../shared/picture/points.ts'
import { centreOf, parseShape } from '../shared/picture/shapes.ts'
import { placeInWords } from '../shared/picture/words.ts'
import { feedbackOf, searchTextOf } from '../shared/present.ts'
import { rowFeedbackField, textRowsField } from '../shared/rowFields.ts'
import { checkHotspot } from './check.ts'
import { fromPlain } from './fromPlain.ts'
import { markPoints } from './markPoints.ts'
import { areaPart, pointPart } from './parts.ts'
import { hotspotSamples } from './samples.ts'
import { type Area, type Hotspot, type HotspotResponse, hotspotSchema, maxAreas, mostPoints } from './schema.ts'

const label = { en: 'Places on a picture', ru: 'Места на картинке' }

/** One or several places to be marked on a picture. Marked by `markPoints`. */
export const hotspot: AnyQuestionType = defineQuestionType({
  schema: hotspotSchema,
  label,
  block: {
    slug: hotspotSchema.type,
    labels: { singular: label, plural: label },
    fields: [
      stemField,
      ...pictureFields,
      areaPadField,
      {
        name: 'maxPoints',
        type: 'number',
        min: 1,
        max: mostPoints,
        defaultValue: 1,
        label: { en: 'Places that may be marked', ru: 'Сколько мест можно отметить' },
        admin: {
          step: 1,
          description: {
            en: 'Learners see this number. With 1 the best area that is met counts. With more the right areas together make 100 %, and a mark beside them costs; give more than there are right areas if their number should not be told.',
            ru: 'Учащиеся видят это число. При 1 засчитывается лучшая задетая область. При большем верные области вместе дают 100 %, а отметка мимо них отнимает баллы; задайте больше, чем верных областей, если их число не должно быть известно.',
          },
        },
      },
      textRowsField({
        name: 'areas',
        label: { en: 'Areas', ru: 'Области' },
        labels: { singular: { en: 'Area', ru: 'Область' }, plural: { en: 'Areas', ru: 'Области' } },
        description: {
          en: 'Where a mark counts. Learners see areas only in a review that shows the right answer.',
          ru: 'Где отметка засчитывается. Учащиеся видят области только при просмотре с верным ответом.',
        },
        text: {
          label: { en: 'Name', ru: 'Название' },
          description: { en: 'Plain text, for the right answer in words.', ru: 'Простой текст, для верного ответа словами.' },
        },
        maxRows: maxAreas,
        fields: [
          shapeFields,
          fractionField({
            en: 'Above 0 the area is right. 0 gives feedback only. Below 0 a mark here costs.',
            ru: 'Выше 0 — область верна. 0 — только комментарий. Ниже 0 — отметка здесь отнимает баллы.',
          }),
          rowFeedbackField({
            en: 'Shown to who marked this area. Markdown.',
            ru: 'Виден тому, кто отметил эту область. Markdown.',
          }),
        ],
      }),
      placesField,
      generalFeedbackField,
    ],
  },
  present: ({ authored, locale }) => ({
    stem: renderMarkdown(pickText({ text: authored.stem, locale })),
    picture: toPictureView({ ...authored, locale }),
    maxPoints: authored.maxPoints,
    places: toPlaceViews({ places: authored.places, locale }),
  }),
  parse: parseHotspot,
  grade: gradeHotspot,
  key: ({ authored, locale }) => {
    const right = rightAreas(authored)
    return {
      html: joinAnswers({
        answers: right.map((area) => areaInWords({ area, locale })),
        relation: authored.maxPoints === 1 ? 'or' : 'and',
        locale,
      }),
      parts: Object.fromEntries(right.map(({ id, shape, coordinates }) => [areaPart(id), `${shape} ${coordinates}`])),
    }
  },
  search: ({ stem, alt, areas, places, generalFeedback }) =>
    searchTextOf([stem, alt, ...[...areas, ...places].map(({ text }) => text), generalFeedback]),
  check: checkHotspot,
  fromPlain,
  samples: hotspotSamples,
})

function parseHotspot({ authored, input }: { authored: Hotspot; input: unknown }): Result<HotspotResponse | null> {
  if (isBlankOf({ input, key: 'points' })) return success(null)
  const parsed = hotspotSchema.response.safeParse(input)
  if (!parsed.success) {
    return failure({ code: 'RESPONSE_INVALID', message: 'A response is a list of points in percent of the picture.' })
  }
  const sorted = parsed.data.points.map(roundPoint).sort(comparePoints)
  const points = sorted.filter((point, at) => at === 0 || comparePoints(point, sorted[at - 1] ?? point) !== 0)
  if (points.length <= authored.maxPoints) return success({ points })
  return failure({ code: 'POINTS_TOO_MANY', message: `At most ${authored.maxPoints} points may be marked.` })
}

function gradeHotspot({ authored, response, locale }: GradeInput<Hotspot, HotspotResponse>): GradeResult {
  const marked = markPoints({ ...authored, points: response.points, aspect: aspectOf(authored.media) })
  const parts = [
    ...marked.points.map(
      ({ fraction }, at): GradedPart => ({ part: pointPart(at), fraction, state: stateOf(fraction, authored) }),
    ),
    ...marked.missed.map(({ id }): GradedPart => ({ part: areaPart(id), fraction: 0, state: 'missed' })),
  ]
  const feedback = marked.points.flatMap(({ area }, at) =>
    area ? feedbackOf({ text: area.feedback, locale, part: pointPart(at) }) : [],
  )
  return { fraction: marked.fraction, parts, feedback: [...feedback, ...feedbackOf({ text: authored.generalFeedback, locale })] }
}

/** With several points each right one has a share below 1, and is right all the same. */
function stateOf(fraction: number, { maxPoints }: Hotspot): GradedPart['state'] {
  if (fraction <= 0) return 'wrong'
  return maxPoints > 1 || fraction >= 1 ? 'right' : 'partly'
}

/** With one point the areas that earn everything, with several all that earn. */
function rightAreas({ areas, maxPoints }: Hotspot): Area[] {
  return areas.filter(({ fraction }) => (maxPoints === 1 ? fraction === 1 : fraction > 0))
}

function areaInWords({ area, locale }: { area: Area; locale: Locale }): string {
  const shape = parseShape({ kind: area.shape, coordinates: area.coordinates })
  const name = escapeHtml(pickText({ text: area.text, locale }))
  return shape.ok ? `${name} (${placeInWords({ point: centreOf(shape.value), locale })})` : name
}
