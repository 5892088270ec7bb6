import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { authoredText, emptyAsDefault, onlyVersionOne, stemShape } from '@lectern/questions/kit/schema'
import { z } from 'zod'

/**
 * A line from `min` to `max`; a point on it moves by `step`, and there is a number at every `labelEvery`. A point within
 * `tolerance` of `answer` is right, one within `nearTolerance` half right; null: nothing is half right. `unit` is written
 * after the numbers. `showValue` false: learners are not told the number of their point, so that they have to estimate.
 */
export type NumberLine = {
  stem: LocalizedText
  generalFeedback: LocalizedText
  min: number
  max: number
  step: number
  labelEvery: number
  answer: number
  tolerance: number
  nearTolerance: number | null
  unit: LocalizedText
  showValue: boolean
}
export type NumberLineView = {
  stem: string
  min: number
  max: number
  step: number
  labels: number[]
  unit: string
  showValue: boolean
}
export type NumberLineResponse = { value: number }

/** Far enough for everybody, and sums of such numbers are still exact to a billionth. */
const place = z.number().min(-1_000_000).max(1_000_000)
const distance = z.number().min(0).max(2_000_000)

export const numberLineSchema: QuestionSchema<NumberLine, NumberLineView, NumberLineResponse> = defineQuestionSchema({
  type: 'number-line',
  version: 1,
  authored: z.object({
    ...stemShape,
    min: emptyAsDefault(place, 0),
    max: emptyAsDefault(place, 10),
    step: emptyAsDefault(distance, 1),
    labelEvery: emptyAsDefault(distance, 1),
    answer: emptyAsDefault(place, 0),
    tolerance: emptyAsDefault(distance, 0),
    nearTolerance: emptyAsDefault(distance.nullable(), null),
    unit: authoredText(40),
    showValue: emptyAsDefault(z.boolean(), true),
  }),
  view: z.object({
    stem: z.string(),
    min: z.number(),
    max: z.number(),
    step: z.number(),
    labels: z.array(z.number()),
    unit: z.string(),
    showValue: z.boolean(),
  }),
  response: z.object({ value: z.number() }),
  upgrade: onlyVersionOne,
})
