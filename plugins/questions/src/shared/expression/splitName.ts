import { constants } from './expression.ts'
import type { Names } from './parseExpression.ts'

/** Cyrillic letters that look like Latin ones: whoever writes Russian leaves the keyboard as it is. */
const lookalikes = new Map([...'аеорсухАВЕКМНОРСТХ'].map((letter, at) => [letter, 'aeopcyxABEKMHOPCTX'.charAt(at)]))

/**
 * The known names that a run of letters is made of: itself, or else variables and constants one after the other, of which
 * the last may be a function (`xsin`). Longer names go first. Null when it cannot be read so.
 */
export function splitName({ text, names }: { text: string; names: Names }): string[] | null {
  const found = split({ text, names, from: 0, dead: new Set() })
  if (found) return found
  const latin = [...text].map((letter) => lookalikes.get(letter) ?? letter).join('')
  return latin === text ? null : split({ text: latin, names, from: 0, dead: new Set() })
}

/** `dead` holds the places from which nothing can be read, so that each is tried once. */
function split({ text, names, from, dead }: { text: string; names: Names; from: number; dead: Set<number> }): string[] | null {
  if (from === text.length) return []
  if (dead.has(from)) return null
  for (let to = text.length; to > from; to -= 1) {
    const name = text.slice(from, to)
    const isLast = to === text.length
    if (!isFactor({ name, names }) && !(isLast && names.functions.has(name))) continue
    const rest = split({ text, names, from: to, dead })
    if (rest) return [name, ...rest]
  }
  dead.add(from)
  return null
}

function isFactor({ name, names }: { name: string; names: Names }): boolean {
  return names.variables.has(name) || [...constants.keys()].some((constant) => constant === name)
}
