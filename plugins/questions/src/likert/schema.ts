import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, onlyVersionOne, rowIdSchema, stemShape } from '../shared/authored.ts'
import { rowChoicesSchema } from '../shared/parseRowChoices.ts'
import type { RowChoices } from '../shared/rowChoices.ts'
import { type RowsView, rowsViewSchema } from '../shared/rowsSchema.ts'
import { agreement } from './agreement.ts'

type Row = { id: string; text: LocalizedText }

/** Statements (Markdown) on a scale of points (plain text), from one end to the other. Nothing is right or wrong. */
export type Likert = {
  stem: LocalizedText
  generalFeedback: LocalizedText
  statements: Row[]
  points: Row[]
  shuffle: boolean
}

export const maxStatements = 50
export const maxPoints = 11

export const likertSchema: QuestionSchema<Likert, RowsView, RowChoices> = defineQuestionSchema({
  type: 'likert',
  version: 1,
  authored: z.object({
    ...stemShape,
    statements: emptyAsDefault(z.array(z.object({ id: rowIdSchema, text: authoredText(20_000) })).max(maxStatements), []),
    points: emptyAsDefault(
      z
        .array(z.object({ id: rowIdSchema, text: authoredText(200) }))
        .max(maxPoints)
        .transform((points) => (points.length > 0 ? points : agreement)),
      agreement,
    ),
    shuffle: emptyAsDefault(z.boolean(), false),
  }),
  view: rowsViewSchema,
  response: rowChoicesSchema,
  upgrade: onlyVersionOne,
})
