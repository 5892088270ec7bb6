import { type Result, success } from '@lectern/content-schemas'
import { findByText } from '../shared/plain/findByText.ts'
import { allOf, wrongForm } from '../shared/plain/plainForm.ts'
import type { Ordering, OrderingResponse } from './schema.ts'

/** The texts of all items, first to last. */
export function fromPlain({ authored, plain }: { authored: Ordering; plain: unknown }): Result<OrderingResponse> {
  if (!Array.isArray(plain)) return wrongForm('a list of the texts of all items')
  const order = allOf(plain.map((text: unknown) => findByText({ rows: authored.items, given: text })))
  return order.ok ? success({ order: order.value }) : order
}
