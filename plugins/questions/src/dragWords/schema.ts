import { defineQuestionSchema, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { emptyAsDefault, onlyVersionOne } from '../shared/authored.ts'
import type { GapResponse } from '../shared/gapResponse.ts'
import { gapResponseSchema } from '../shared/gapResponseSchema.ts'
import { type WordGaps, type WordGapsView, wordGapsShape, wordGapsViewShape } from '../shared/wordGaps/wordGaps.ts'

/** `reuse`: every word may go into several gaps; said of all words, since of one it would tell that it is needed twice. */
export type DragWords = WordGaps & { reuse: boolean }
export type DragWordsView = WordGapsView & { reuse: boolean }
/** The id of the word by gap. */
export type DragWordsResponse = GapResponse

export const dragWordsSchema: QuestionSchema<DragWords, DragWordsView, DragWordsResponse> = defineQuestionSchema({
  type: 'drag-words',
  version: 1,
  authored: z.object({ ...wordGapsShape, reuse: emptyAsDefault(z.boolean(), false) }),
  view: z.object({ ...wordGapsViewShape, reuse: z.boolean() }),
  response: gapResponseSchema,
  upgrade: onlyVersionOne,
})
