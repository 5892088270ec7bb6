import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, fractionSchema, onlyVersionOne, rowIdSchema, stemShape } from '../shared/authored.ts'

/** An answer that is accepted: plain text (no Markdown), `*` for any characters. `fraction` 0…1. */
export type AcceptedAnswer = { id: string; text: LocalizedText; fraction: number; feedback: LocalizedText }
export type ShortText = {
  stem: LocalizedText
  generalFeedback: LocalizedText
  answers: AcceptedAnswer[]
  caseSensitive: boolean
  /** Accents and other marks above and below Latin, Greek and Cyrillic letters do not matter; й stays й. */
  ignoreDiacritics: boolean
  /** How many slips of the keyboard are forgiven (see `isNearAnswer`). */
  editDistance: 0 | 1 | 2
}
export type ShortTextView = { stem: string; maxLength: number }
export type ShortTextResponse = { text: string }

/** Characters that a response may have. */
export const maxResponseLength = 1000
export const maxAnswers = 100

export const shortTextSchema: QuestionSchema<ShortText, ShortTextView, ShortTextResponse> = defineQuestionSchema({
  type: 'short-text',
  version: 1,
  authored: z.object({
    ...stemShape,
    answers: emptyAsDefault(
      z
        .array(z.object({ id: rowIdSchema, text: authoredText(1000), fraction: fractionSchema, feedback: authoredText(20_000) }))
        .max(maxAnswers),
      [],
    ),
    caseSensitive: emptyAsDefault(z.boolean(), false),
    ignoreDiacritics: emptyAsDefault(z.boolean(), false),
    editDistance: emptyAsDefault(z.literal([0, 1, 2]), 0),
  }),
  view: z.object({ stem: z.string(), maxLength: z.int() }),
  response: z.object({ text: z.string().max(maxResponseLength) }),
  upgrade: onlyVersionOne,
})
