import { type Result, success } from '@lectern/content-schemas'
import type { RowChoice, RowChoices } from '../rowChoices.ts'
import { findByText, type Named } from './findByText.ts'
import { allOf, asEntries, wrongForm } from './plainForm.ts'

/** `{ "row": "option" }`, or with a list of options: what was chosen for each row, by texts. */
export function toRowChoices({ plain, rows, options }: { plain: unknown; rows: Named[]; options: Named[] }): Result<RowChoices> {
  const entries = asEntries(plain)
  if (!entries) return wrongForm('an object from the text of each row to the text of its option')
  const choices = entries.flatMap(([row, chosen]) =>
    (Array.isArray(chosen) ? chosen : [chosen]).map((option: unknown) => toChoice({ rows, options, row, option })),
  )
  const all = allOf(choices)
  return all.ok ? success({ choices: all.value }) : all
}

function toChoice({
  rows,
  options,
  row,
  option,
}: {
  rows: Named[]
  options: Named[]
  row: unknown
  option: unknown
}): Result<RowChoice> {
  const both = allOf([findByText({ rows, given: row }), findByText({ rows: options, given: option })])
  if (!both.ok) return both
  const [rowId = '', optionId = ''] = both.value
  return success({ row: rowId, option: optionId })
}
