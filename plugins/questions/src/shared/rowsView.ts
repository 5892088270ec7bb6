import { type Locale, type LocalizedText, pickText } from '@lectern/content-schemas'
import { renderMarkdown, shuffleBySeed } from '@lectern/kernel/question'

/** Texts as a learner's rows, in the order given. */
export function toHtmlRows({ rows, locale }: { rows: { id: string; text: LocalizedText }[]; locale: Locale }) {
  return rows.map(({ id, text }) => ({ id, html: renderMarkdown(pickText({ text, locale })) }))
}

/**
 * An order drawn by the seed that has nothing to do with the order in which the rows were written, which may be the right
 * one. `draw` names the list: two lists of one question must never be shuffled alike.
 */
export function shuffleRows<Row extends { id: string }>({
  rows,
  seed,
  draw,
}: {
  rows: Row[]
  seed: number
  draw: number
}): Row[] {
  const byId = [...rows].sort((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0))
  return shuffleBySeed({ items: byId, seed: (seed ^ Math.imul(draw, 0x9e37_79b1)) >>> 0 })
}

/** The right answers of rows as a list: the row, a dash, what belongs to it. All are safe HTML. */
export function pairList(pairs: { row: string; answer: string }[]): string {
  const items = pairs.map(({ row, answer }) => `<li><span>${row}</span> — <strong>${answer}</strong></li>`)
  return items.length > 0 ? `<ul>${items.join('')}</ul>` : ''
}
