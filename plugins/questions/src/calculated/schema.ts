import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { type Numeric, type NumericResponse, type NumericView, numberStyleShape, numericSchema } from '../numeric/schema.ts'
import { authoredText, emptyAsDefault, fractionSchema, onlyVersionOne, rowIdSchema, stemShape } from '../shared/authored.ts'

/**
 * A number that each attempt draws: from `min` to `max`, both included, in steps of `step` (null: the smallest that
 * `decimals` allow). `decimals` 0…6 is also how it is written. What was not filled in is null.
 */
export type Parameter = {
  id: string
  name: string
  min: number | null
  max: number | null
  decimals: number
  step: number | null
}

/** What drawn values must meet, like `a > b` or `0 < a / b <= 2`. */
export type Condition = { id: string; text: string }

/** `formula` over the parameters; `*` is for every other number. Tolerances as in the type `numeric`. `fraction` 0…1. */
export type CalculatedAnswer = {
  id: string
  formula: string
  tolerance: number
  toleranceType: 'absolute' | 'relative' | 'geometric'
  fraction: number
  feedback: LocalizedText
}

/** `stem` and the feedbacks may have placeholders: `{a}` for a parameter, `{=2*a}` for a formula, `\{a}` for braces. */
export type Calculated = Omit<Numeric, 'answers'> & {
  parameters: Parameter[]
  conditions: Condition[]
  answers: CalculatedAnswer[]
}

export const maxParameters = 20
export const maxConditions = 20
const maxAnswers = 20
const numberOrEmpty = emptyAsDefault(z.number().nullable(), null)
/** Longer ones are refused with a sentence when the question is checked. */
const formula = emptyAsDefault(z.string().max(2000), '')

export const calculatedSchema: QuestionSchema<Calculated, NumericView, NumericResponse> = defineQuestionSchema({
  type: 'calculated',
  version: 1,
  authored: z.object({
    ...stemShape,
    parameters: emptyAsDefault(
      z
        .array(
          z.object({
            id: rowIdSchema,
            name: emptyAsDefault(z.string().max(100), ''),
            min: numberOrEmpty,
            max: numberOrEmpty,
            decimals: emptyAsDefault(z.int().min(0).max(6), 0),
            step: numberOrEmpty,
          }),
        )
        .max(maxParameters),
      [],
    ),
    conditions: emptyAsDefault(z.array(z.object({ id: rowIdSchema, text: formula })).max(maxConditions), []),
    answers: emptyAsDefault(
      z
        .array(
          z.object({
            id: rowIdSchema,
            formula,
            tolerance: emptyAsDefault(z.number(), 0.01),
            toleranceType: emptyAsDefault(z.enum(['absolute', 'relative', 'geometric']), 'relative'),
            fraction: fractionSchema,
            feedback: authoredText(20_000),
          }),
        )
        .max(maxAnswers),
      [],
    ),
    ...numberStyleShape,
  }),
  view: numericSchema.view,
  response: numericSchema.response,
  upgrade: onlyVersionOne,
})
