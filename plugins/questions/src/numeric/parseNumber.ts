import { failure, type Result, success } from '@lectern/content-schemas'
import { cleanText } from '../shortText/matchAnswer.ts'

/**
 * How a number may be written. `decimalMark`: a point, a comma, or either. `thousands`: may digits stand in groups of
 * three, separated by spaces, apostrophes, or the mark that is not the decimal one?
 */
export type NumberStyle = { decimalMark: 'any' | 'point' | 'comma'; thousands: boolean }

/** A number and what stands before or after it, cleaned; `unit` is empty when there is nothing. */
export type Quantity = { value: number; unit: string }

const numberPattern = /(?<sign>[+\-−–]?) ?(?<mantissa>[.,]?\d(?:[ .,'’]?\d)*[.,]?)/u
const exponentPattern =
  /^(?:[eEеЕ](?<plain>[+\-−–]?\d+)| ?[x×*·⋅хХX] ?10 ?(?:(?:\^|\*\*) ?(?<power>[+\-−–]?\d+)|(?<raised>[⁺⁻]?[⁰¹²³⁴-⁹]+)))/u
const unitStart = /^[\p{L}\p{Sc}\p{So}%‰°′″]/u
const notFinite = /^[+\-−–]?(?:nan|inf|infinity|∞)$/iu
const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * Reads `-1.5`, `1,5`, `.5`, `6.02e23`, `6.02×10^23`, `6,02·10²³`, each with a unit after or before it.
 *
 * Fails with NOT_A_NUMBER, NUMBER_NOT_FINITE (NaN, Infinity), NUMBER_OUT_OF_RANGE (1e400, and 1e-400, which a double
 * cannot tell from 0), THOUSANDS_SEPARATOR and DECIMAL_MARK_NOT_ACCEPTED. The time is linear in the length of `text`.
 */
export function parseQuantity({ text, ...style }: { text: string } & NumberStyle): Result<Quantity> {
  const clean = cleanText(text)
  if (notFinite.test(clean)) return failure({ code: 'NUMBER_NOT_FINITE', message: 'The number has to be finite.' })
  const found = numberPattern.exec(clean)
  if (!found) return notANumber()
  const before = clean.slice(0, found.index).trim()
  const tail = clean.slice(found.index + found[0].length)
  const exponent = exponentPattern.exec(tail)
  const after = tail.slice(exponent?.[0].length ?? 0).trim()
  const unit = before || after
  if ((before && after) || (unit && !unitStart.test(unit))) return notANumber()
  const mantissa = readMantissa({ mantissa: found.groups?.mantissa ?? '', ...style })
  if (!mantissa.ok) return mantissa
  const power = readPower(exponent?.groups)
  const size = Number(`${mantissa.value}e${power}`)
  if (!Number.isFinite(size) || (size === 0 && /[1-9]/.test(mantissa.value))) {
    return failure({ code: 'NUMBER_OUT_OF_RANGE', message: 'The number is too large or too close to zero.' })
  }
  const isNegative = /[-−–]/u.test(found.groups?.sign ?? '') && size !== 0
  return success({ value: isNegative ? -size : size, unit })
}

/** A number and nothing else. Fails like `parseQuantity`, and with UNIT_NOT_ASKED. */
export function parseNumber(input: { text: string } & NumberStyle): Result<number> {
  const quantity = parseQuantity(input)
  if (!quantity.ok) return quantity
  if (quantity.value.unit === '') return success(quantity.value.value)
  return failure({ code: 'UNIT_NOT_ASKED', message: 'The answer is a number without a unit.' })
}

/** Digits with their marks → digits with a point. */
function readMantissa({ mantissa, decimalMark, thousands }: { mantissa: string } & NumberStyle): Result<string> {
  const mark = decimalMarkOf({ mantissa, decimalMark })
  const at = mark === null ? -1 : mantissa.lastIndexOf(mark)
  const whole = at < 0 ? mantissa : mantissa.slice(0, at)
  const decimals = at < 0 ? '' : mantissa.slice(at + 1)
  if (!/^\d*$/.test(decimals)) return notANumber()
  if (/^\d*$/.test(whole)) return success(`${whole || '0'}.${decimals || '0'}`)
  if (/^\d{1,3}(?:([ .,'’])\d{3})(?:\1\d{3})*$/u.test(whole) && (mark === null || !whole.includes(mark))) {
    if (thousands) return success(`${whole.replace(/\D/gu, '')}.${decimals || '0'}`)
    return failure({ code: 'THOUSANDS_SEPARATOR', message: 'Write the number without thousands separators.' })
  }
  if (mark === null && /^\d*[.,]\d*$/.test(whole)) {
    const name = decimalMark === 'point' ? 'point' : 'comma'
    return failure({ code: 'DECIMAL_MARK_NOT_ACCEPTED', message: `Write the number with a decimal ${name}.` })
  }
  return notANumber()
}

/** Which character is the decimal mark here. With both allowed: the last one, unless it stands more than once. */
function decimalMarkOf({ mantissa, decimalMark }: { mantissa: string; decimalMark: NumberStyle['decimalMark'] }): string | null {
  const wanted = { point: '.', comma: ',', any: mantissa.lastIndexOf('.') > mantissa.lastIndexOf(',') ? '.' : ',' }[decimalMark]
  const count = mantissa.split(wanted).length - 1
  const isGrouping = decimalMark === 'any' && count > 1 && !mantissa.includes(wanted === '.' ? ',' : '.')
  return count === 0 || isGrouping ? null : wanted
}

function readPower(groups: Record<string, string> | undefined): string {
  const raised = [...(groups?.raised ?? '')].map((character) => {
    const digit = raisedDigits.indexOf(character)
    return digit < 0 ? (character === '⁻' ? '-' : '') : String(digit)
  })
  return (groups?.plain || groups?.power || raised.join('') || '0').replace(/[−–]/u, '-')
}

function notANumber(): Result<never> {
  return failure({ code: 'NOT_A_NUMBER', message: 'This is not a number.' })
}
