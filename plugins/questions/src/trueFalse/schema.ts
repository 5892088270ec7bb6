import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, onlyVersionOne, stemShape } from '../shared/authored.ts'

/** The stem is a statement. `truth` is null while the author has not said which it is. */
export type TrueFalse = {
  stem: LocalizedText
  generalFeedback: LocalizedText
  truth: 'true' | 'false' | null
  /** Shown to who answered “true”, and to who answered “false”. */
  feedbackTrue: LocalizedText
  feedbackFalse: LocalizedText
}
export type TrueFalseView = { stem: string }
export type TrueFalseResponse = { value: boolean }

export const trueFalseSchema: QuestionSchema<TrueFalse, TrueFalseView, TrueFalseResponse> = defineQuestionSchema({
  type: 'true-false',
  version: 1,
  authored: z.object({
    ...stemShape,
    truth: emptyAsDefault(z.enum(['true', 'false']).nullable(), null),
    feedbackTrue: authoredText(20_000),
    feedbackFalse: authoredText(20_000),
  }),
  view: z.object({ stem: z.string() }),
  response: z.object({ value: z.boolean() }),
  upgrade: onlyVersionOne,
})
