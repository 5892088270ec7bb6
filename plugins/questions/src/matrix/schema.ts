import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, onlyVersionOne, rowIdSchema, stemShape } from '../shared/authored.ts'
import { rowChoicesSchema } from '../shared/parseRowChoices.ts'
import type { RowChoices } from '../shared/rowChoices.ts'
import { rowsViewSchema } from '../shared/rowsSchema.ts'

/** `label` is the short name by which rows refer to the column; empty only when the author named some and not others. */
export type MatrixColumn = { id: string; label: string; text: LocalizedText }

/** `right` names the right columns by their labels: `A` or `A, C`. `text` is Markdown. */
export type MatrixRow = { id: string; text: LocalizedText; right: string; feedback: LocalizedText }

/** `many`: a row takes any number of columns; else one. `allOrNothing`: a row earns for exactly its right columns only. */
export type Matrix = {
  stem: LocalizedText
  generalFeedback: LocalizedText
  columns: MatrixColumn[]
  rows: MatrixRow[]
  many: boolean
  allOrNothing: boolean
  shuffle: boolean
}
export type MatrixView = z.infer<typeof matrixViewSchema>

export const maxColumns = 20
export const maxMatrixRows = 50

const matrixViewSchema = rowsViewSchema.extend({ many: z.boolean() })
const columnSchema = z.object({
  id: rowIdSchema,
  label: emptyAsDefault(z.string().trim().max(20), ''),
  text: authoredText(1000),
})
const rowSchema = z.object({
  id: rowIdSchema,
  text: authoredText(20_000),
  right: emptyAsDefault(z.string().max(500), ''),
  feedback: authoredText(20_000),
})

export const matrixSchema: QuestionSchema<Matrix, MatrixView, RowChoices> = defineQuestionSchema({
  type: 'matrix',
  version: 1,
  authored: z.object({
    ...stemShape,
    columns: emptyAsDefault(z.array(columnSchema).max(maxColumns).transform(labelColumns), []),
    rows: emptyAsDefault(z.array(rowSchema).max(maxMatrixRows), []),
    many: emptyAsDefault(z.boolean(), false),
    allOrNothing: emptyAsDefault(z.boolean(), false),
    shuffle: emptyAsDefault(z.boolean(), true),
  }),
  view: matrixViewSchema,
  response: rowChoicesSchema,
  upgrade: onlyVersionOne,
})

/** Columns without any label are called A, B, C, … as they are written. */
function labelColumns(columns: MatrixColumn[]): MatrixColumn[] {
  return columns.every(({ label }) => label === '')
    ? columns.map((column, at) => ({ ...column, label: String.fromCharCode(65 + at) }))
    : columns
}
