import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { onlyVersionOne, stemShape } from '../shared/authored.ts'

/** A text between questions (Markdown). It takes no answer. */
export type Description = { stem: LocalizedText }
export type DescriptionView = { stem: string }

export const descriptionSchema: QuestionSchema<Description, DescriptionView, null> = defineQuestionSchema({
  type: 'description',
  version: 1,
  authored: z.object({ stem: stemShape.stem }),
  view: z.object({ stem: z.string() }),
  response: z.null(),
  upgrade: onlyVersionOne,
})
