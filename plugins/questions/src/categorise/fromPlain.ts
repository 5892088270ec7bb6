import { type Result, success } from '@lectern/content-schemas'
import { findByText } from '../shared/plain/findByText.ts'
import { asEntries } from '../shared/plain/plainForm.ts'
import { toRowChoices } from '../shared/plain/plainRows.ts'
import type { RowChoices } from '../shared/rowChoices.ts'
import type { Categorise } from './schema.ts'

/** An object from each category to the list of its items, or from each item to its category; all by their texts. */
export function fromPlain({ authored, plain }: { authored: Categorise; plain: unknown }): Result<RowChoices> {
  const { categories, distractors } = authored
  const items = [...categories.flatMap(({ items }) => items), ...distractors]
  const entries = asEntries(plain) ?? []
  const isByCategory =
    entries.length > 0 &&
    entries.every(([name, value]) => Array.isArray(value) && findByText({ rows: categories, given: name }).ok)
  if (!isByCategory) return toRowChoices({ plain, rows: items, options: categories })
  const swapped = toRowChoices({ plain, rows: categories, options: items })
  return swapped.ok
    ? success({ choices: swapped.value.choices.map(({ row, option }) => ({ row: option, option: row })) })
    : swapped
}
