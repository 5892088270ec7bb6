import { withoutDiacritics } from './withoutDiacritics.ts'

/**
 * Characters that cannot be seen and change how text reads or compares: controls (line breaks and tabs count as spaces
 * and are kept until spaces are collapsed), direction overrides and isolates, zero-width space, soft hyphen, byte
 * order mark. The zero-width joiners stay: Persian and Hindi are spelt with them.
 */
const invisible = /(?![\t\n\v\f\r])\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

/** What is stored of a typed answer: composed (NFC), without invisible characters, single spaces, none at the ends. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(invisible, '').replace(/\s+/gu, ' ').trim()
}

/** What two texts may differ in and still be the same answer. */
export type Comparison = { caseSensitive: boolean; ignoreDiacritics?: boolean | undefined }

/** The form in which answer and response are compared. */
export function comparable({ text, ...comparison }: { text: string } & Comparison): string {
  return fold({ text: cleanText(text), ...comparison })
}

/**
 * Does the text fit the pattern, in which `*` stands for any characters (none included) and `\*` for an asterisk? Both
 * are cleaned first. The parts between asterisks are looked for from left to right, each once, so the time is bounded
 * by the product of the lengths whatever the pattern.
 */
export function matchAnswer({ pattern, text, ...comparison }: { pattern: string; text: string } & Comparison): boolean {
  const parts = literalParts(pattern).map((part) => comparablePart({ part, ...comparison }))
  const subject = comparable({ text, ...comparison })
  const [first = '', ...others] = trimEnds(parts)
  const last = others.pop()
  if (last === undefined) return subject === first
  if (!subject.startsWith(first)) return false
  let at = first.length
  for (const part of others) {
    const found = subject.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return subject.length - at >= last.length && subject.endsWith(last)
}

/** The texts between the asterisks of a pattern, with escaped asterisks in place. */
export function literalParts(pattern: string): string[] {
  const parts = ['']
  for (const token of pattern.match(/\\\*|\*|\\|[^\\*]+/gu) ?? []) {
    if (token === '*') parts.push('')
    else parts[parts.length - 1] += token === '\\*' ? '*' : token
  }
  return parts
}

/** Would the pattern accept whatever is typed? */
export function matchesEverything(pattern: string): boolean {
  const parts = literalParts(pattern)
  return parts.length > 1 && parts.every((part) => cleanText(part) === '')
}

/** A pattern as people read it: any characters are an ellipsis. */
export function readable(pattern: string): string {
  return literalParts(pattern).join('…')
}

/** Like `comparable`, but the spaces beside an asterisk stay. */
function comparablePart({ part, ...comparison }: { part: string } & Comparison): string {
  return fold({ text: part.normalize('NFC').replace(invisible, '').replace(/\s+/gu, ' '), ...comparison })
}

function fold({ text, caseSensitive, ignoreDiacritics }: { text: string } & Comparison): string {
  const cased = caseSensitive ? text : text.toLowerCase().normalize('NFC')
  return ignoreDiacritics ? withoutDiacritics(cased) : cased
}

function trimEnds(parts: string[]): string[] {
  return parts.map((part, at) => {
    const start = at === 0 ? part.trimStart() : part
    return at === parts.length - 1 ? start.trimEnd() : start
  })
}
