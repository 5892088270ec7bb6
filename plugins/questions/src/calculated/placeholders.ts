import type { Locale } from '@lectern/content-schemas'
import { evaluate, type Values } from '../shared/expression/evaluate.ts'
import { authorFunctions } from '../shared/expression/functions.ts'
import { parseExpression } from '../shared/expression/parseExpression.ts'
import type { Parameter } from './schema.ts'

/** `{a}`, `{=2*a}`, and the escaped brace that is neither. */
const placeholder = /\\\{|\{(?:=(?<formula>[^{}]*)|(?<name>\p{L}[\p{L}\p{N}_]*))\}/gu

/** What stands for a placeholder while Markdown is rendered: letters and digits only, between two private characters. */
const token = /(?:\ue000|%EE%80%80)([0-9a-f]*)(?:\ue001|%EE%80%81)/gu
const privateCharacters = /[\ue000\ue001]/gu

/** The formulas of a text's placeholders; a name is a formula too. */
export function formulasOf(text: string): { formula: string; isName: boolean }[] {
  return [...text.matchAll(placeholder)].flatMap(({ groups }) => {
    const formula = groups?.formula ?? groups?.name
    return formula === undefined ? [] : [{ formula, isName: groups?.name !== undefined }]
  })
}

/**
 * The text with its placeholders hidden from Markdown, the same for every seed, so that the rendered text is kept for all.
 * `fillPlaceholders` puts the numbers in.
 */
export function hidePlaceholders(text: string): string {
  return text.replace(privateCharacters, '').replace(placeholder, (found, _formula, _name, _at, _text, groups) => {
    const formula: string | undefined = groups?.formula ?? groups?.name
    return formula === undefined ? found : `\ue000${Buffer.from(formula).toString('hex')}\ue001`
  })
}

/** Rendered HTML with the numbers in, written as the language writes them; within code and addresses as programs do. */
export function fillPlaceholders({
  html,
  parameters,
  values,
  locale,
}: {
  html: string
  parameters: Parameter[]
  values: Values
  locale: Locale
}): string {
  const write = ({ hex, isCode }: { hex: string; isCode: boolean }) => {
    const formula = Buffer.from(hex, 'hex').toString()
    const parameter = parameters.find(({ name }) => name === formula)
    const value = valueOfFormula({ formula, values })
    const digits = parameter ? value.toFixed(parameter.decimals) : String(Number(value.toPrecision(10)))
    if (isCode) return digits
    return Number.isFinite(value) ? inWords({ digits, locale }) : '—'
  }
  return html
    .split(/(<code\b[^>]*>[\s\S]*?<\/code>)/u)
    .map((piece, at) =>
      piece.replace(token, (found, hex: string) => write({ hex, isCode: at % 2 === 1 || found.startsWith('%') })),
    )
    .join('')
}

/** A formula's value, NaN when it cannot be read. */
export function valueOfFormula({ formula, values }: { formula: string; values: Values }): number {
  const read = parseExpression({ text: formula, variables: new Set(values.keys()), functions: authorFunctions })
  return read.ok ? evaluate({ expression: read.value, values }) : Number.NaN
}

/** `-1.5e-7` → `−1.5 · 10<sup>−7</sup>`: a minus that is read aloud as one, and no programmer's exponent. */
function inWords({ digits, locale }: { digits: string; locale: Locale }): string {
  const [mantissa = '', exponent] = digits.replaceAll('-', '−').replace('+', '').split('e')
  const written = mantissa.replace('.', (1.5).toLocaleString(locale).charAt(1))
  return exponent === undefined ? written : `${written} · 10<sup>${exponent}</sup>`
}
