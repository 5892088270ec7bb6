import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, fractionSchema, onlyVersionOne, rowIdSchema, stemShape } from '../shared/authored.ts'

/**
 * Numbers that are accepted. `near`: within `tolerance` of `value` (see `isAccepted`); `range`: from `from` to `to`, both
 * included; `any`: every other number. Numbers are in the base unit. What was not filled in is null. `fraction` 0…1.
 */
export type NumericAnswer = {
  id: string
  match: 'near' | 'range' | 'any'
  value: number | null
  tolerance: number
  toleranceType: 'absolute' | 'relative' | 'geometric'
  from: number | null
  to: number | null
  fraction: number
  feedback: LocalizedText
}

/** One base unit is `multiplier` of these: for metres, the multiplier of km is 0.001. The base unit has 1. */
export type NumericUnit = { id: string; name: LocalizedText; multiplier: number }

export type Numeric = {
  stem: LocalizedText
  generalFeedback: LocalizedText
  answers: NumericAnswer[]
  decimalMark: 'any' | 'point' | 'comma'
  thousands: boolean
  /** `optional`: a unit converts the number. `required`: a wrong or missing unit costs `unitPenalty`. */
  unit: 'none' | 'optional' | 'required'
  unitInput: 'typed' | 'chosen'
  units: NumericUnit[]
  /** 0…1, a share of what the number earned or of the question's mark. */
  unitPenalty: number
  unitPenaltyOf: 'answer' | 'question'
}

export type NumericView = {
  stem: string
  maxLength: number
  decimalMark: Numeric['decimalMark']
  unit: Numeric['unit']
  /** The units to choose from, in alphabetical order; empty when the unit is typed. */
  units: { id: string; name: string }[]
}
/** `unit` is the id of the chosen unit; a typed unit is in `text`. */
export type NumericResponse = { text: string; unit?: string | undefined }

export const maxNumberLength = 100
const maxAnswers = 100
const maxUnits = 30
const numberOrEmpty = emptyAsDefault(z.number().nullable(), null)

/** How the number is to be written, and its unit. */
export const numberStyleShape = {
  decimalMark: emptyAsDefault(z.enum(['any', 'point', 'comma']), 'any'),
  thousands: emptyAsDefault(z.boolean(), false),
  unit: emptyAsDefault(z.enum(['none', 'optional', 'required']), 'none'),
  unitInput: emptyAsDefault(z.enum(['typed', 'chosen']), 'typed'),
  units: emptyAsDefault(
    z.array(z.object({ id: rowIdSchema, name: authoredText(100), multiplier: emptyAsDefault(z.number(), 1) })).max(maxUnits),
    [],
  ),
  unitPenalty: emptyAsDefault(z.number().min(0).max(1), 0.1),
  unitPenaltyOf: emptyAsDefault(z.enum(['answer', 'question']), 'answer'),
}

export const numericSchema: QuestionSchema<Numeric, NumericView, NumericResponse> = defineQuestionSchema({
  type: 'numeric',
  version: 1,
  authored: z.object({
    ...stemShape,
    answers: emptyAsDefault(
      z
        .array(
          z.object({
            id: rowIdSchema,
            match: emptyAsDefault(z.enum(['near', 'range', 'any']), 'near'),
            value: numberOrEmpty,
            tolerance: emptyAsDefault(z.number(), 0),
            toleranceType: emptyAsDefault(z.enum(['absolute', 'relative', 'geometric']), 'absolute'),
            from: numberOrEmpty,
            to: numberOrEmpty,
            fraction: fractionSchema,
            feedback: authoredText(20_000),
          }),
        )
        .max(maxAnswers),
      [],
    ),
    ...numberStyleShape,
  }),
  view: z.object({
    stem: z.string(),
    maxLength: z.int(),
    decimalMark: z.enum(['any', 'point', 'comma']),
    unit: z.enum(['none', 'optional', 'required']),
    units: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  response: z.object({ text: z.string().max(maxNumberLength), unit: rowIdSchema.optional() }),
  upgrade: onlyVersionOne,
})
