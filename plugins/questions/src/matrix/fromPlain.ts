import type { Result } from '@lectern/content-schemas'
import { toRowChoices } from '../shared/plain/plainRows.ts'
import type { RowChoices } from '../shared/rowChoices.ts'
import type { Matrix } from './schema.ts'

/** An object from the text of each row to its column, by text or label, or to a list of them. */
export function fromPlain({ authored, plain }: { authored: Matrix; plain: unknown }): Result<RowChoices> {
  const columns = authored.columns.map(({ id, text, label }) => ({ id, text, other: [label] }))
  return toRowChoices({ plain, rows: authored.rows, options: columns })
}
