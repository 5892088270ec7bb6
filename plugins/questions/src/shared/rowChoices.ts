/** For some rows of a question the option that was chosen; a row that was left out is absent. Sorted by id. */
export type RowChoices = { choices: RowChoice[] }
export type RowChoice = { row: string; option: string }

/** The option chosen for each row; the last one of a row that has several. */
export function optionByRow({ choices }: RowChoices): Map<string, string> {
  return new Map(choices.map(({ row, option }) => [row, option]))
}

/** The response with one row changed; null when nothing is left. An empty option clears the row. */
export function withRowChoice({
  response,
  row,
  option,
}: {
  response: RowChoices | null
  row: string
  option: string
}): RowChoices | null {
  const others = (response?.choices ?? []).filter((choice) => choice.row !== row)
  const choices = option === '' ? others : [...others, { row, option }]
  return choices.length > 0 ? { choices } : null
}
