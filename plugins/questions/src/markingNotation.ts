/** How the examples of docs/marking.md write questions of rows and their responses. A text is its own id. */

type Row = { id: string; text: { en: string } }

/** `Amur → Pacific, Congo → Atlantic, → Arctic`: pairs, and further answers without a row. */
export function toPairs(question: string): { pairs: (Row & { answer: { en: string } })[]; distractors: Row[] } {
  const given = arrowsOf(question)
  return {
    pairs: given.flatMap(([row, answer]) => (row ? [{ ...toRow(row), answer: { en: answer } }] : [])),
    distractors: given.flatMap(([row, answer]) => (row ? [] : [toRow(answer)])),
  }
}

/** `A, B = C, D`: items in the right order; those with `=` between them may stand in either order. */
export function toItems(question: string): { items: (Row & { position: number })[] } {
  const places = question.split(', ').map((place) => place.split(' = '))
  return { items: places.flatMap((items, at) => items.map((item) => ({ ...toRow(item), position: at + 1 }))) }
}

/** `Mammals: bat, whale; Birds: ostrich; –: bee`: categories with their items; those of `–` belong nowhere. */
export function toCategories(question: string): { categories: (Row & { items: Row[] })[]; distractors: Row[] } {
  const lists = question.split('; ').map((part) => {
    const [name = '', items = ''] = part.split(': ')
    return { ...toRow(name), items: items.split(', ').map(toRow) }
  })
  return {
    categories: lists.filter(({ id }) => id !== '–'),
    distractors: lists.flatMap(({ id, items }) => (id === '–' ? items : [])),
  }
}

/** `A B C; sodium: A; neon: B C`: the columns, then each row with its right columns. */
export function toMatrix(question: string): { columns: (Row & { label: string })[]; rows: (Row & { right: string })[] } {
  const [columns = '', ...rows] = question.split('; ')
  return {
    columns: columns.split(' ').map((label) => ({ ...toRow(label), label })),
    rows: rows.map((part) => {
      const [text = '', right = ''] = part.split(': ')
      return { ...toRow(text), right }
    }),
  }
}

/** `Amur → Pacific, Congo → Atlantic`: what was chosen for each row. `idOf` is the id of an option by its text. */
export function toRowChoices({ given, idOf = (text) => text }: { given: string; idOf?: (text: string) => string }): {
  choices: { row: string; option: string }[]
} {
  return { choices: arrowsOf(given).map(([row, option]) => ({ row, option: idOf(option) })) }
}

function arrowsOf(text: string): [string, string][] {
  return text.split(', ').map((part) => {
    const [row = '', answer = ''] = part.split('→').map((side) => side.trim())
    return [row, answer]
  })
}

function toRow(text: string): Row {
  return { id: text, text: { en: text } }
}
