import { failure, type LocalizedText, type Result, success } from '@lectern/content-schemas'
import { renderMarkdown } from '@lectern/kernel/question'
import { plainText } from '../check.ts'
import { asText, wrongForm } from './plainForm.ts'

/** Something that a person names by its text; `other` are further names that are as good. */
export type Named = { id: string; text: LocalizedText; other?: string[] }

/**
 * The id of the one row whose text is given: as it was written or as it is shown, in any language; if there is none, without
 * regard to capitals; if there is none, whose id it is. Fails with TEXT_UNKNOWN, TEXT_AMBIGUOUS or RESPONSE_FORM.
 */
export function findByText({ rows, given }: { rows: Named[]; given: unknown }): Result<string> {
  const text = asText(given)
  if (text === null) return wrongForm('made of texts')
  const wanted = plainText(text)
  const names = rows.map(({ id, ...row }) => ({ id, names: namesOf(row) }))
  const ways = [(name: string) => name === wanted, (name: string) => name.toLowerCase() === wanted.toLowerCase()]
  for (const isMeant of ways) {
    const ids = [...new Set(names.filter((row) => row.names.some(isMeant)).map(({ id }) => id))]
    if (ids[0] !== undefined && ids.length === 1) return success(ids[0])
    if (ids.length > 1) return failure({ code: 'TEXT_AMBIGUOUS', message: `“${shorten(wanted)}” stands there more than once.` })
  }
  if (rows.some(({ id }) => id === wanted)) return success(wanted)
  return failure({ code: 'TEXT_UNKNOWN', message: `The question has no “${shorten(wanted)}”.` })
}

function namesOf({ text, other = [] }: Omit<Named, 'id'>): string[] {
  const written = Object.values(text).filter((name) => name !== undefined)
  return [...written, ...written.map(shown), ...other].map(plainText).filter((name) => name !== '')
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

function shown(markdown: string): string {
  return renderMarkdown(markdown)
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:amp|lt|gt|quot);/gu, (entity) => entities[entity] ?? entity)
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
