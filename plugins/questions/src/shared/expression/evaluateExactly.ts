import Fraction from 'fraction.js'
import type { Expression } from './expression.ts'

/** Numerators and denominators have at most this many binary digits; beyond it exact arithmetic would take its time. */
const maxBits = 1024n
const limit = 1n << maxBits
const maxExponent = 4096n

/** Exact values by variable. */
export type ExactValues = ReadonlyMap<string, Fraction>

/**
 * The formula's value as a fraction of whole numbers, or null when it is not rational (functions, pi, roots), not defined,
 * or too large. Two formulas that are equal as fractions at several drawn points are equal as formulas (Schwartz 1980,
 * Zippel 1979), so this does what simplifying both would do, in bounded time.
 */
export function evaluateExactly({ expression, values }: { expression: Expression; values: ExactValues }): Fraction | null {
  switch (expression.kind) {
    case 'number':
      return toFraction(expression.text)
    case 'variable':
      return values.get(expression.name) ?? null
    case 'negate':
      return evaluateExactly({ expression: expression.operand, values })?.neg() ?? null
    case 'binary': {
      const left = evaluateExactly({ expression: expression.left, values })
      const right = left && evaluateExactly({ expression: expression.right, values })
      return left && right ? bounded(combine({ operator: expression.operator, left, right })) : null
    }
    case 'constant':
    case 'call':
      return null
  }
}

function combine({
  operator,
  left,
  right,
}: {
  operator: '+' | '-' | '*' | '/' | '^'
  left: Fraction
  right: Fraction
}): Fraction | null {
  if (operator === '+') return left.add(right)
  if (operator === '-') return left.sub(right)
  if (operator === '*') return left.mul(right)
  if (operator === '/') return right.n === 0n ? null : left.div(right)
  return power({ base: left, exponent: right })
}

/** Whole exponents only, and none whose result would be too large: that is known before it is computed. */
function power({ base, exponent }: { base: Fraction; exponent: Fraction }): Fraction | null {
  if (exponent.d !== 1n || exponent.n > maxExponent) return null
  if (exponent.n === 0n) return new Fraction(1)
  if (base.n === 0n) return exponent.s > 0n ? base : null
  if ((bitsOf(base.n) + bitsOf(base.d)) * exponent.n > maxBits) return null
  const [n, d] = [base.n ** exponent.n, base.d ** exponent.n]
  const sign = base.s < 0n && exponent.n % 2n === 1n ? -1n : 1n
  return exponent.s < 0n ? new Fraction(sign * d, n) : new Fraction(sign * n, d)
}

function bounded(value: Fraction | null): Fraction | null {
  return value && value.n < limit && value.d < limit ? value : null
}

function bitsOf(value: bigint): bigint {
  return BigInt(value.toString(16).length * 4)
}

/** A decimal as it is written. Its exponent is small, because what a double cannot hold was refused when it was read. */
function toFraction(text: string): Fraction | null {
  const [digits = '', exponent = '0'] = text.toLowerCase().split('e')
  const [whole = '', decimals = ''] = digits.split('.')
  const numerator = BigInt(`${whole}${decimals}` || '0')
  const shift = Number(exponent) - decimals.length
  if (numerator === 0n) return new Fraction(0)
  if (Math.abs(shift) > 1000) return null
  return bounded(shift < 0 ? new Fraction(numerator, 10n ** BigInt(-shift)) : new Fraction(numerator * 10n ** BigInt(shift)))
}
