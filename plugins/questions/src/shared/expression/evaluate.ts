import { constants, type Expression } from './expression.ts'
import { authorFunctions } from './functions.ts'
import type { Comparison } from './parseExpression.ts'

/** Values by variable. */
export type Values = ReadonlyMap<string, number>

/** `value` is NaN where the formula is not defined; `scale` is the largest number met on the way, ∞ included. */
export type Evaluated = { value: number; scale: number }

/** The formula's value in doubles, in time proportional to its nodes. It may be NaN or infinite. */
export function evaluate({ expression, values }: { expression: Expression; values: Values }): number {
  return evaluateWithScale({ expression, values }).value
}

/** The same with the largest number met, by which the error of rounding can be judged. */
export function evaluateWithScale({ expression, values }: { expression: Expression; values: Values }): Evaluated {
  let scale = 0
  const value = visit(expression)
  return { value, scale }

  function visit(node: Expression): number {
    const found = compute(node)
    // NaN is not larger than anything, so it leaves the scale as it is.
    if (Math.abs(found) > scale) scale = Math.abs(found)
    return found
  }

  function compute(node: Expression): number {
    switch (node.kind) {
      case 'number':
        return node.value
      case 'constant':
        return constants.get(node.name) ?? Number.NaN
      case 'variable':
        return values.get(node.name) ?? Number.NaN
      case 'negate':
        return -visit(node.operand)
      case 'call':
        return authorFunctions.get(node.name)?.evaluate(node.args.map(visit)) ?? Number.NaN
      case 'binary': {
        const [left, right] = [visit(node.left), visit(node.right)]
        if (node.operator === '+') return left + right
        if (node.operator === '-') return left - right
        if (node.operator === '*') return left * right
        if (node.operator === '/') return left / right
        return left ** right
      }
    }
  }
}

/** Do all comparisons hold? One with an undefined side does not. Equality forgives the error of rounding. */
export function holds({ comparisons, values }: { comparisons: Comparison[]; values: Values }): boolean {
  return comparisons.every(({ left, operator, right }) => {
    const [first, second] = [evaluate({ expression: left, values }), evaluate({ expression: right, values })]
    if (Number.isNaN(first) || Number.isNaN(second)) return false
    const isEqual = first === second || Math.abs(first - second) <= 1e-12 * Math.max(Math.abs(first), Math.abs(second))
    if (operator === '=') return isEqual
    if (operator === '!=') return !isEqual
    if (operator === '<' || operator === '>') return !isEqual && (operator === '<' ? first < second : first > second)
    return isEqual || (operator === '<=' ? first < second : first > second)
  })
}
