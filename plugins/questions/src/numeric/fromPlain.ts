import { type Result, success } from '@lectern/content-schemas'
import { findByText } from '../shared/plain/findByText.ts'
import { asEntries, asText, wrongForm } from '../shared/plain/plainForm.ts'
import { parseQuantity } from './parseNumber.ts'
import type { Numeric, NumericResponse } from './schema.ts'

/** What says how a number is written; `calculated` has it too. */
type Style = Pick<Numeric, 'decimalMark' | 'thousands' | 'unit' | 'unitInput' | 'units'>

/** A number, a text as it would be typed, unit included, or `{ "number": 5, "unit": "km" }`. */
export function fromPlain({ authored, plain }: { authored: Style; plain: unknown }): Result<NumericResponse> {
  const entries = new Map(asEntries(plain) ?? [['number', plain]])
  const number = writeNumber({ given: entries.get('number'), authored })
  const unit = entries.get('unit') === undefined ? '' : asText(entries.get('unit'))
  if (number === null || unit === null) return wrongForm('a number, a text, or { "number": …, "unit": … }')
  const isChosen = authored.unit !== 'none' && authored.unitInput === 'chosen'
  if (!isChosen) return success({ text: unit === '' ? number : `${number} ${unit}` })
  const typed = parseQuantity({ text: number, ...authored })
  const name = unit || (typed.ok ? typed.value.unit : '')
  if (name === '') return success({ text: number })
  const found = findByText({ rows: authored.units.map(({ id, name }) => ({ id, text: name })), given: name })
  return found.ok ? success({ text: unit === '' ? number.replace(name, '') : number, unit: found.value }) : found
}

/** A number of JSON has a point; a question may want a comma. */
function writeNumber({ given, authored }: { given: unknown; authored: Style }): string | null {
  const text = asText(given)
  return typeof given === 'number' && authored.decimalMark === 'comma' ? (text?.replace('.', ',') ?? null) : text
}
