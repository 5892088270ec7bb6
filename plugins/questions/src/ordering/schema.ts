import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, onlyVersionOne, rowIdSchema, stemShape } from '../shared/authored.ts'

/**
 * Items in the order of `position`; two items with the same one may stand in either order. Null only when the author
 * numbered some items and not others.
 */
export type OrderingItem = { id: string; text: LocalizedText; position: number | null; feedback: LocalizedText }

/** What earns: the right place, each item that rightly follows the one before it, or the longest run in the right order. */
export type OrderingScheme = 'position' | 'pairs' | 'run'
export type Ordering = {
  stem: LocalizedText
  generalFeedback: LocalizedText
  items: OrderingItem[]
  scheme: OrderingScheme
  allOrNothing: boolean
}
export type OrderingView = { stem: string; items: { id: string; html: string }[] }
/** All items, first to last. */
export type OrderingResponse = { order: string[] }

export const maxItems = 50

const itemSchema = z.object({
  id: rowIdSchema,
  text: authoredText(20_000),
  position: emptyAsDefault<number | null>(z.int().min(0).max(1000).nullable(), null),
  feedback: authoredText(20_000),
})

export const orderingSchema: QuestionSchema<Ordering, OrderingView, OrderingResponse> = defineQuestionSchema({
  type: 'ordering',
  version: 1,
  authored: z.object({
    ...stemShape,
    items: emptyAsDefault(z.array(itemSchema).max(maxItems).transform(numberItems), []),
    scheme: emptyAsDefault<OrderingScheme>(z.enum(['position', 'pairs', 'run']), 'position'),
    allOrNothing: emptyAsDefault(z.boolean(), false),
  }),
  view: z.object({ stem: z.string(), items: z.array(z.object({ id: z.string(), html: z.string() })) }),
  response: z.object({ order: z.array(rowIdSchema).max(maxItems) }),
  upgrade: onlyVersionOne,
})

/** Items without any number are in the right order as they are written. */
function numberItems(items: OrderingItem[]): OrderingItem[] {
  return items.every(({ position }) => position === null) ? items.map((item, at) => ({ ...item, position: at + 1 })) : items
}
