import { parseNumber } from './parseNumber.ts'
import type { NumericAnswer } from './schema.ts'

/** Which numbers an answer accepts. */
export type Numbers = Omit<NumericAnswer, 'id' | 'fraction' | 'feedback'>
const noNumbers: Numbers = { match: 'near', value: null, tolerance: 0, toleranceType: 'absolute', from: null, to: null }

/** `3`, `3:0.1`, `2.9..3.1`, and `*` or nothing for every number. What is no number stays empty. */
export function readNumbers(text: string): Numbers {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === '*') return { ...noNumbers, match: 'any' }
  const [from, to] = trimmed.split('..')
  if (from !== undefined && to !== undefined) return { ...noNumbers, match: 'range', from: toNumber(from), to: toNumber(to) }
  const [value = '', tolerance] = trimmed.split(':')
  return { ...noNumbers, value: toNumber(value), tolerance: tolerance === undefined ? 0 : (toNumber(tolerance) ?? 0) }
}

/** The inverse of `readNumbers`; a relative tolerance is written out, a geometric one becomes a range. */
export function writeNumbers({ match, value, tolerance, toleranceType, from, to }: Numbers): string {
  if (match === 'any') return ''
  if (match === 'range') return from === null || to === null ? '' : `${from}..${to}`
  if (value === null) return ''
  if (tolerance === 0) return String(value)
  if (toleranceType === 'absolute') return `${value}:${tolerance}`
  if (toleranceType === 'relative') return `${value}:${Math.abs(value) * tolerance}`
  const ends = [value / (1 + tolerance), value * (1 + tolerance)]
  return `${Math.min(...ends)}..${Math.max(...ends)}`
}

function toNumber(text: string): number | null {
  const number = parseNumber({ text, decimalMark: 'any', thousands: false })
  return number.ok ? number.value : null
}
