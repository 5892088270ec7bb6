import type { LocalizedText } from '@lectern/content-schemas'

/** A problem that makes a question unfit for use. `path` is the field's path in the body. */
export type Problem = { path: string; code: string; message: string }

/** Shares of a third or a seventh cannot be written exactly, so sums of percentages are compared with this slack. */
export const sumTolerance = 0.0005

export function isEmptyText(text: LocalizedText): boolean {
  return Object.values(text).every((written) => written.trim() === '')
}

export function checkStem(stem: LocalizedText): Problem[] {
  return isEmptyText(stem) ? [{ path: 'stem', code: 'STEM_EMPTY', message: 'Write the question.' }] : []
}

/** Problems of a list of rows with texts: empty, twice the same text in one language, twice the same id. */
export function checkRows({
  field,
  rows,
  sameText,
  pathAt = (at) => `${field}.${at}`,
}: {
  field: string
  rows: { id: string; text: LocalizedText }[]
  /** What makes two texts the same for the learner. */
  sameText: (text: string) => string
  /** Path of a row, where the rows come from several lists. */
  pathAt?: (at: number) => string
}): Problem[] {
  const seenTexts = new Set<string>()
  const seenIds = new Set<string>()
  return rows.flatMap(({ id, text }, at) => {
    const problems: Problem[] = []
    const path = `${pathAt(at)}.text`
    if (isEmptyText(text)) problems.push({ path, code: 'TEXT_EMPTY', message: `Row ${at + 1} has no text.` })
    const keys = Object.entries(text)
      .filter(([, written]) => written.trim() !== '')
      .map(([locale, written]) => `${locale}:${sameText(written)}`)
    if (keys.some((key) => seenTexts.has(key))) {
      problems.push({ path, code: 'TEXT_DUPLICATE', message: `Row ${at + 1} says the same as an earlier row.` })
    }
    if (seenIds.has(id)) {
      problems.push({ path: `${pathAt(at)}.id`, code: 'ID_DUPLICATE', message: `Row ${at + 1} has the id of an earlier row.` })
    }
    for (const key of keys) seenTexts.add(key)
    seenIds.add(id)
    return problems
  })
}

export function plainText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}
