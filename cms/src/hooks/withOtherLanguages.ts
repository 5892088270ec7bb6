type Row = Record<string, unknown>

/**
 * A block with the texts of one language, completed by the texts of the others from the stored block. Rows of lists belong
 * together by their ids; a row that is not in `own` is gone. Texts by language are `{ [language]: text }` in both.
 */
export function withOtherLanguages({ own, stored }: { own: Row; stored: Row }): Row {
  const missing = Object.entries(stored).filter(([name]) => own[name] === undefined)
  const merged = Object.entries(own).map(([name, value]) => [name, complete({ own: value, stored: stored[name] })])
  return Object.fromEntries([...missing, ...merged])
}

function complete({ own, stored }: { own: unknown; stored: unknown }): unknown {
  if (isRow(own) && isRow(stored)) return withOtherLanguages({ own, stored })
  if (!Array.isArray(own) || !Array.isArray(stored)) return own
  const storedRows = stored.filter(isRow)
  return own.map((row) => {
    const same = isRow(row) ? storedRows.find(({ id }) => id !== undefined && id === row.id) : undefined
    return isRow(row) && same ? withOtherLanguages({ own: row, stored: same }) : row
  })
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
