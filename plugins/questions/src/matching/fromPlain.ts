import type { Result } from '@lectern/content-schemas'
import { toRowChoices } from '../shared/plain/plainRows.ts'
import type { RowChoices } from '../shared/rowChoices.ts'
import { choicesOf } from './choicesOf.ts'
import type { Matching } from './schema.ts'

/** An object from the text of each row to the text of its answer. */
export function fromPlain({ authored, plain }: { authored: Matching; plain: unknown }): Result<RowChoices> {
  return toRowChoices({ plain, rows: authored.pairs, options: choicesOf(authored) })
}
