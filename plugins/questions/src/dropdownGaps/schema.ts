import { defineQuestionSchema, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { onlyVersionOne } from '../shared/authored.ts'
import type { GapResponse } from '../shared/gapResponse.ts'
import { gapResponseSchema } from '../shared/gapResponseSchema.ts'
import { type WordGaps, type WordGapsView, wordGapsShape, wordGapsViewShape } from '../shared/wordGaps/wordGaps.ts'

/** A word may be chosen in any number of gaps. */
export type DropdownGaps = WordGaps
export type DropdownGapsView = WordGapsView
/** The id of the chosen word by gap. */
export type DropdownGapsResponse = GapResponse

export const dropdownGapsSchema: QuestionSchema<DropdownGaps, DropdownGapsView, DropdownGapsResponse> = defineQuestionSchema({
  type: 'dropdown-gaps',
  version: 1,
  authored: z.object(wordGapsShape),
  view: z.object(wordGapsViewShape),
  response: gapResponseSchema,
  upgrade: onlyVersionOne,
})
