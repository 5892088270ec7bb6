import { defineQuestionSchema, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { onlyVersionOne, rowIdSchema } from '../shared/authored.ts'
import { type ChoiceBody, type ChoiceView, choiceShape, choiceViewSchema } from '../shared/options.ts'

/** At least one option has the fraction 1; others may earn or cost a part. */
export type SingleChoice = ChoiceBody
export type SingleChoiceResponse = { option: string }

export const singleChoiceSchema: QuestionSchema<SingleChoice, ChoiceView, SingleChoiceResponse> = defineQuestionSchema({
  type: 'single-choice',
  version: 1,
  authored: z.object(choiceShape),
  view: choiceViewSchema,
  response: z.object({ option: rowIdSchema }),
  upgrade: onlyVersionOne,
})
