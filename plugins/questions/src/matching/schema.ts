import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, onlyVersionOne, rowIdSchema, stemShape } from '../shared/authored.ts'
import { maxRowOptions, maxRows, rowChoicesSchema } from '../shared/parseRowChoices.ts'
import type { RowChoices } from '../shared/rowChoices.ts'
import { type RowsView, rowsViewSchema } from '../shared/rowsSchema.ts'

/** `text` is Markdown, `answer` plain text; pairs with the same answer share one choice. */
export type MatchingPair = { id: string; text: LocalizedText; answer: LocalizedText; feedback: LocalizedText }
/** `distractors` are further answers (plain text) that belong to no pair. `shuffle` is about the pairs; answers always are. */
export type Matching = {
  stem: LocalizedText
  generalFeedback: LocalizedText
  pairs: MatchingPair[]
  distractors: { id: string; text: LocalizedText }[]
  shuffle: boolean
}

export const maxPairs = maxRows / 2
export const maxDistractors = maxRowOptions / 2

export const matchingSchema: QuestionSchema<Matching, RowsView, RowChoices> = defineQuestionSchema({
  type: 'matching',
  version: 1,
  authored: z.object({
    ...stemShape,
    pairs: emptyAsDefault(
      z
        .array(
          z.object({ id: rowIdSchema, text: authoredText(20_000), answer: authoredText(1000), feedback: authoredText(20_000) }),
        )
        .max(maxPairs),
      [],
    ),
    distractors: emptyAsDefault(z.array(z.object({ id: rowIdSchema, text: authoredText(1000) })).max(maxDistractors), []),
    shuffle: emptyAsDefault(z.boolean(), true),
  }),
  view: rowsViewSchema,
  response: rowChoicesSchema,
  upgrade: onlyVersionOne,
})
