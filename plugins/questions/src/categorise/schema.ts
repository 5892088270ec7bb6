import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, onlyVersionOne, rowIdSchema, stemShape } from '../shared/authored.ts'
import { rowChoicesSchema } from '../shared/parseRowChoices.ts'
import type { RowChoices } from '../shared/rowChoices.ts'
import { type RowsView, rowsViewSchema } from '../shared/rowsSchema.ts'

/** Something to be put into a category; `text` is Markdown. */
export type CategoriseItem = { id: string; text: LocalizedText; feedback: LocalizedText }

/** `text` is the category's name, plain; `items` belong to it. `distractors` are items that belong nowhere. */
export type Categorise = {
  stem: LocalizedText
  generalFeedback: LocalizedText
  categories: { id: string; text: LocalizedText; items: CategoriseItem[] }[]
  distractors: CategoriseItem[]
}

export const maxCategories = 20
export const maxItemsOfCategory = 40

const itemsSchema = emptyAsDefault(
  z.array(z.object({ id: rowIdSchema, text: authoredText(20_000), feedback: authoredText(20_000) })).max(maxItemsOfCategory),
  [],
)

export const categoriseSchema: QuestionSchema<Categorise, RowsView, RowChoices> = defineQuestionSchema({
  type: 'categorise',
  version: 1,
  authored: z.object({
    ...stemShape,
    categories: emptyAsDefault(
      z.array(z.object({ id: rowIdSchema, text: authoredText(1000), items: itemsSchema })).max(maxCategories),
      [],
    ),
    distractors: itemsSchema,
  }),
  view: rowsViewSchema,
  response: rowChoicesSchema,
  upgrade: onlyVersionOne,
})
