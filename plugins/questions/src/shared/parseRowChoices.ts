import { failure, type Result, success } from '@lectern/content-schemas'
import { z } from 'zod'
import { rowIdSchema } from './authored.ts'
import { isBlankOf } from './blank.ts'
import type { RowChoices } from './rowChoices.ts'

/** The most rows that a question of rows may have, and the most options for a row. */
export const maxRows = 100
export const maxRowOptions = 100

/** A list and no object by id: ids are free text, and an object would have rows called `constructor`. */
export const rowChoicesSchema: z.ZodType<RowChoices> = z.object({
  choices: z.array(z.object({ row: rowIdSchema, option: rowIdSchema })).max(1000),
})

/**
 * Reads a response of a question of rows. `many` allows a row several options. Fails with RESPONSE_INVALID, ROW_UNKNOWN,
 * OPTION_UNKNOWN or ROW_TWICE.
 */
export function parseRowChoices({
  input,
  rows,
  options,
  many,
}: {
  input: unknown
  rows: { id: string }[]
  options: { id: string }[]
  many: boolean
}): Result<RowChoices | null> {
  if (isBlankOf({ input, key: 'choices' })) return success(null)
  const parsed = rowChoicesSchema.safeParse(input)
  if (!parsed.success) return failure({ code: 'RESPONSE_INVALID', message: 'A response is a list of rows with an option each.' })
  const knownRows = new Set(rows.map(({ id }) => id))
  const knownOptions = new Set(options.map(({ id }) => id))
  const optionsByRow = new Map<string, Set<string>>()
  for (const { row, option } of parsed.data.choices) {
    if (!knownRows.has(row)) return failure({ code: 'ROW_UNKNOWN', message: 'The question has no such row.' })
    if (!knownOptions.has(option)) return failure({ code: 'OPTION_UNKNOWN', message: 'The question has no such option.' })
    optionsByRow.set(row, (optionsByRow.get(row) ?? new Set()).add(option))
  }
  const isTwice = [...optionsByRow.values()].some(({ size }) => size > 1)
  if (isTwice && !many) return failure({ code: 'ROW_TWICE', message: 'A row takes one option.' })
  return success({
    choices: [...optionsByRow].sort(byFirst).flatMap(([row, chosen]) => [...chosen].sort().map((option) => ({ row, option }))),
  })
}

function byFirst([left]: [string, unknown], [right]: [string, unknown]): number {
  return left < right ? -1 : left > right ? 1 : 0
}
