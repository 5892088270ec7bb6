import { defineQuestionSchema, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { emptyAsDefault, onlyVersionOne, rowIdSchema } from '../shared/authored.ts'
import { type ChoiceBody, type ChoiceView, choiceShape, choiceViewSchema, maxOptions } from '../shared/options.ts'

/** Options above 0 are right and share the mark; the others are wrong. `allOrNothing`: exactly the right ones, or 0. */
export type MultipleChoice = ChoiceBody & { allOrNothing: boolean }
export type MultipleChoiceResponse = { options: string[] }

export const multipleChoiceSchema: QuestionSchema<MultipleChoice, ChoiceView, MultipleChoiceResponse> = defineQuestionSchema({
  type: 'multiple-choice',
  version: 1,
  authored: z.object({ ...choiceShape, allOrNothing: emptyAsDefault(z.boolean(), false) }),
  view: choiceViewSchema,
  response: z.object({ options: z.array(rowIdSchema).max(maxOptions) }),
  upgrade: onlyVersionOne,
})
