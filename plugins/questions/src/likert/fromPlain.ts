import type { Result } from '@lectern/content-schemas'
import { toRowChoices } from '../shared/plain/plainRows.ts'
import type { RowChoices } from '../shared/rowChoices.ts'
import type { Likert } from './schema.ts'

/** An object from the text of each statement to that of a point of the scale. */
export function fromPlain({ authored, plain }: { authored: Likert; plain: unknown }): Result<RowChoices> {
  return toRowChoices({ plain, rows: authored.statements, options: authored.points })
}
