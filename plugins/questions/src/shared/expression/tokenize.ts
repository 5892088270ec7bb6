import { failure, type Result, success } from '@lectern/content-schemas'

export type Token = { kind: 'number' | 'name' | 'sign'; text: string; at: number }

const tokenPattern =
  /(?<space>\s+)|(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+(?![\p{L}\p{N}_.(]))?)|(?<name>\p{L}[\p{L}\p{N}_]*)|(?<sign><=|>=|!=|==|[-+*/^(),<>=√])/uy

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const plainSigns: [RegExp, string][] = [
  [/[−–—‐‑]/gu, '-'],
  [/\*\*/gu, '^'],
  [/[×·⋅∙∗]/gu, '*'],
  [/[÷:∕]/gu, '/'],
  [/≤/gu, '<='],
  [/≥/gu, '>='],
  [/≠/gu, '!='],
  [/π/gu, ' pi '],
  [/;/gu, ','],
]

/** Signs as they are printed or found on a phone → the ones of the language: `x²` → `x^(2)`, `×` → `*`, `−` → `-`. */
export function toPlainNotation(text: string): string {
  const flat = text.replace(/⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu, (raised) => `^(${[...raised].map(plainDigit).join('')})`)
  return plainSigns.reduce((plain, [printed, sign]) => plain.replace(printed, sign), flat.normalize('NFC'))
}

function plainDigit(raised: string): string {
  return raised === '⁻' ? '-' : String(superscripts.indexOf(raised))
}

/** Cuts a text into numbers, names and signs. EXPRESSION_CHARACTER names what is none of them. */
export function tokenize(text: string): Result<Token[]> {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    tokenPattern.lastIndex = at
    const groups = tokenPattern.exec(text)?.groups
    const kind = (['number', 'name', 'sign'] as const).find((name) => groups?.[name] !== undefined)
    const found = kind ? groups?.[kind] : groups?.space
    if (found === undefined) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
      return failure({
        code: 'EXPRESSION_CHARACTER',
        message: `A formula cannot have the character ${JSON.stringify(character)}.`,
        details: { at },
      })
    }
    if (kind) tokens.push({ kind, text: found, at })
    at += found.length
  }
  return success(tokens)
}
