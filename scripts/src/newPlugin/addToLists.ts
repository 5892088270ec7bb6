import { failure, type Result, success } from '@lectern/content-schemas/result'
import type { ListEntry } from './generateQuestionType.ts'

/**
 * The text of one of the two lists with an import and an entry more. Error `LIST_NOT_FOUND` when the file does not have the list
 * that it should have; `LISTED_ALREADY` when the package is in it.
 */
export function addToList({
  text,
  listName,
  entry: { specifier, imported, entry },
}: {
  text: string
  /** Name of the exported array. */
  listName: 'plugins' | 'extensions'
  entry: ListEntry
}): Result<string> {
  if (text.includes(`'${specifier}'`)) return failure({ code: 'LISTED_ALREADY', message: `${specifier} is in the list already.` })
  const start = new RegExp(`export const ${listName}\\b[^=]*= \\[`).exec(text)
  const end = start ? closingBracket({ text, from: start.index + start[0].length }) : -1
  const lastImport = [...text.matchAll(/^import .*$/gm)].filter(([line]) => !/from '\./.test(line)).at(-1)
  if (!start || end < 0 || !lastImport) {
    return failure({ code: 'LIST_NOT_FOUND', message: `The list ${listName} is not where it should be. Add the entry by hand.` })
  }
  const list = text.slice(start.index + start[0].length, end).trimEnd()
  const separator = list.endsWith(',') || list === '' ? '' : ','
  const importEnd = lastImport.index + lastImport[0].length
  return success(
    [
      text.slice(0, importEnd),
      `\nimport { ${imported} } from '${specifier}'`,
      text.slice(importEnd, start.index + start[0].length),
      `${list}${separator} ${entry}`,
      text.slice(end),
    ].join(''),
  )
}

function closingBracket({ text, from }: { text: string; from: number }): number {
  let depth = 1
  for (let at = from; at < text.length; at += 1) {
    if ('[({'.includes(text.charAt(at))) depth += 1
    if ('])}'.includes(text.charAt(at))) depth -= 1
    if (depth === 0) return at
  }
  return -1
}
