import { failure, pickText, success } from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel'
import {
  asText,
  feedbackOf,
  generalFeedbackField,
  isBlankOf,
  searchTextOf,
  stemField,
  wrongForm,
} from '@lectern/questions/kit/server'
import { checkNumberLine } from './check.ts'
import { lineFields } from './fields.ts'
import { formatPlace, fractionAt, labelsOf, toPlace } from './line.ts'
import { numberLineSamples } from './samples.ts'
import { numberLineSchema } from './schema.ts'

const label = { en: 'Number line', ru: 'Числовая прямая' }

/** A point to be put on a line of numbers. */
export const numberLine: AnyQuestionType = defineQuestionType({
  schema: numberLineSchema,
  label,
  block: {
    slug: numberLineSchema.type,
    labels: { singular: label, plural: { en: 'Number lines', ru: 'Числовые прямые' } },
    fields: [stemField, ...lineFields, generalFeedbackField],
  },
  preview: 'lectern-question-number-line/preview#NumberLinePreview',
  present: ({ authored: { stem, min, max, step, labelEvery, unit, showValue }, locale }) => ({
    stem: renderMarkdown(pickText({ text: stem, locale })),
    min,
    max,
    step,
    labels: labelsOf({ min, max, every: labelEvery }),
    unit: pickText({ text: unit, locale }).trim(),
    showValue,
  }),
  parse: ({ authored, input }) => {
    if (isBlankOf({ input, key: 'value' })) return success(null)
    const parsed = numberLineSchema.response.safeParse(input)
    if (!parsed.success) return failure({ code: 'RESPONSE_INVALID', message: 'A response is a number.' })
    const value = toPlace({ ...authored, ...parsed.data })
    if (value === null) return failure({ code: 'RESPONSE_BESIDE_LINE', message: 'The number is not on the line.' })
    return success({ value })
  },
  grade: ({ authored, response, locale }) => {
    const fraction = fractionAt({ ...authored, ...response })
    const state = fraction === 1 ? 'right' : fraction > 0 ? 'partly' : 'wrong'
    return {
      fraction,
      parts: [{ part: 'point', fraction, state }],
      feedback: feedbackOf({ text: authored.generalFeedback, locale }),
    }
  },
  key: ({ authored, locale }) => {
    const unit = pickText({ text: authored.unit, locale }).trim()
    return {
      html: renderMarkdown(formatPlace({ value: authored.answer, unit, locale })),
      parts: { answer: String(authored.answer) },
    }
  },
  fromPlain: ({ plain }) => {
    const value = Number(asText(plain)?.replace(',', '.') ?? Number.NaN)
    return Number.isFinite(value) ? success({ value }) : wrongForm('a number')
  },
  search: ({ stem, generalFeedback }) => searchTextOf([stem, generalFeedback]),
  check: checkNumberLine,
  samples: numberLineSamples,
})
