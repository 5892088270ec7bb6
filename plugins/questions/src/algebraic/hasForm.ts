import type { Expression } from '../shared/expression/expression.ts'
import { valuesAt } from './isSame.ts'
import type { Point } from './samplePoints.ts'

/**
 * Is an expression that equals a right one written in the form that is asked for? `expanded`: no product or whole power of a
 * sum, and like terms put together. `factored`: at least as many factors with variables as the right expression has, and
 * polynomials only if that is one, so that `x(x − 1/x)` does not count as factors of x² − 1.
 */
export function hasForm({
  form,
  given,
  expected,
  points,
}: {
  form: 'any' | 'expanded' | 'factored'
  given: Expression
  expected: Expression
  points: Point[]
}): boolean {
  if (form === 'any') return true
  if (form === 'expanded') return isExpanded(given)
  if (isPolynomial(expected) && !isPolynomial(given)) return false
  const count = (expression: Expression) => factorsOf(expression).filter((factor) => varies({ factor, points })).length
  return count(given) >= count(expected)
}

function isExpanded(expression: Expression): boolean {
  const terms = termsOf(expression)
  const powers = terms.map(powersOf).filter((key) => key !== null)
  return terms.every(isTerm) && new Set(powers).size === powers.length
}

/** A minus before brackets is not taken apart: `x − (y − 1)` has brackets to open. */
function termsOf(expression: Expression): Expression[] {
  if (expression.kind !== 'binary') return [expression]
  const { operator, left, right } = expression
  if (operator === '+') return [...termsOf(left), ...termsOf(right)]
  return operator === '-' ? [...termsOf(left), right] : [expression]
}

/** Has a term no sum that could be multiplied out? */
function isTerm(term: Expression): boolean {
  if (term.kind === 'negate') return isTerm(term.operand)
  if (term.kind !== 'binary') return true
  const { operator, left, right } = term
  if (operator === '*') return isTerm(left) && isTerm(right)
  if (operator === '/') return isTerm(left)
  if (operator === '^') return left.kind !== 'binary' || wholeExponent(right) === null
  return false
}

/** `2xy²` → `x1y2`, by which like terms are known; null for what is no product of powers. */
function powersOf(term: Expression): string | null {
  const powers = new Map<string, number>()
  const isProduct = collectPowers({ term, times: 1, powers })
  return isProduct ? [...powers].sort().flat().join(' ') : null
}

function collectPowers({ term, times, powers }: { term: Expression; times: number; powers: Map<string, number> }): boolean {
  switch (term.kind) {
    case 'number':
      return true
    case 'variable':
      powers.set(term.name, (powers.get(term.name) ?? 0) + times)
      return true
    case 'negate':
      return collectPowers({ term: term.operand, times, powers })
    case 'binary': {
      if (term.operator === '*' || term.operator === '/') {
        const second = term.operator === '*' ? times : -times
        return collectPowers({ term: term.left, times, powers }) && collectPowers({ term: term.right, times: second, powers })
      }
      const exponent = term.operator === '^' ? wholeExponent(term.right) : null
      return exponent !== null && collectPowers({ term: term.left, times: times * exponent, powers })
    }
    default:
      return false
  }
}

function factorsOf(expression: Expression): Expression[] {
  if (expression.kind === 'negate') return factorsOf(expression.operand)
  if (expression.kind !== 'binary') return [expression]
  const { operator, left, right } = expression
  if (operator === '*' || operator === '/') return [...factorsOf(left), ...factorsOf(right)]
  const exponent = operator === '^' ? wholeExponent(right) : null
  if (exponent === null || exponent === 0) return [expression]
  return Array.from({ length: Math.min(exponent, 100) }, () => factorsOf(left)).flat()
}

function isPolynomial(expression: Expression): boolean {
  switch (expression.kind) {
    case 'negate':
      return isPolynomial(expression.operand)
    case 'call':
      return !hasVariable(expression)
    case 'binary': {
      const { operator, left, right } = expression
      if (operator === '/') return isPolynomial(left) && !hasVariable(right)
      if (operator === '^') return !hasVariable(expression) || (isPolynomial(left) && wholeExponent(right) !== null)
      return isPolynomial(left) && isPolynomial(right)
    }
    default:
      return true
  }
}

function hasVariable(expression: Expression): boolean {
  if (expression.kind === 'variable') return true
  if (expression.kind === 'negate') return hasVariable(expression.operand)
  if (expression.kind === 'call') return expression.args.some(hasVariable)
  return expression.kind === 'binary' && (hasVariable(expression.left) || hasVariable(expression.right))
}

/** Does a factor take different values? `(0x + 1)` has a variable and is none. */
function varies({ factor, points }: { factor: Expression; points: Point[] }): boolean {
  if (!hasVariable(factor)) return false
  const at = valuesAt({ expression: factor, points: points.slice(0, 4) })
  return new Set(points.slice(0, 4).map((_, index) => at(index).double.value.toPrecision(9))).size > 1
}

/** A whole number from 0 written as such, or null. */
function wholeExponent(expression: Expression): number | null {
  return expression.kind === 'number' && Number.isInteger(expression.value) ? expression.value : null
}
