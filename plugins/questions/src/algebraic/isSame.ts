import type Fraction from 'fraction.js'
import { type Evaluated, evaluateWithScale } from '../shared/expression/evaluate.ts'
import { evaluateExactly } from '../shared/expression/evaluateExactly.ts'
import type { Expression } from '../shared/expression/expression.ts'
import type { Point } from './samplePoints.ts'

/** At so many points both expressions have to be the same (at one, where there are no variables). */
export const neededPoints = 8
/** At so many points the given one may have no value although the expected one has: `(x² − 1)/(x − 1)` has none at 1. */
const allowedGaps = 2
/** Doubles have sixteen digits; what two ways of computing may differ in. */
const roundingError = 1e-9
/** Of the largest number met on the way: what is lost when large numbers cancel. */
const cancellationError = 1e-13
/** Bounds that loss for what a learner wrote, so that `7 + 1e300 − 1e300` is not the same as everything. */
const greatestLoss = 1e-7

export type At = (point: number) => { exact: Fraction | null; double: Evaluated }

/** An expression's values at the points, each computed once and only when it is asked for. */
export function valuesAt({ expression, points }: { expression: Expression; points: Point[] }): At {
  const known = new Map<number, ReturnType<At>>()
  return (at) => {
    const point = points[at]
    if (!point) throw new Error('There is no such point.')
    const value = known.get(at) ?? {
      exact: evaluateExactly({ expression, values: point.exact }),
      double: evaluateWithScale({ expression, values: point.values }),
    }
    known.set(at, value)
    return value
  }
}

/**
 * Are two expressions the same at the sample points? Rational ones are compared exactly, others in doubles up to the error of
 * rounding. Points where the expected one has no value are passed over; if too few are left, it is false. `tolerance` is a
 * share of the value; above 0 everything is compared in doubles.
 */
export function isSame({
  expected,
  given,
  points,
  tolerance,
}: {
  expected: At
  given: At
  points: Point[]
  tolerance: number
}): boolean {
  const needed = points[0]?.values.size === 0 ? 1 : neededPoints
  let same = 0
  let gaps = 0
  for (let at = 0; at < points.length && same < needed; at += 1) {
    const [right, mine] = [expected(at), given(at)]
    if (right.exact && mine.exact && tolerance === 0) {
      if (!right.exact.equals(mine.exact)) return false
      same += 1
    } else if (Number.isFinite(right.double.value)) {
      if (!Number.isFinite(mine.double.value)) gaps += 1
      else if (isNear({ right: right.double, mine: mine.double, tolerance })) same += 1
      else return false
      if (gaps > allowedGaps) return false
    }
  }
  return same >= needed
}

/** At how many points it has a value. */
export function definedPoints({ at, points }: { at: At; points: Point[] }): number {
  return points.filter((_, index) => Number.isFinite(at(index).double.value)).length
}

function isNear({ right, mine, tolerance }: { right: Evaluated; mine: Evaluated; tolerance: number }): boolean {
  const size = Math.abs(right.value)
  const loss = Math.min(cancellationError * mine.scale, greatestLoss * Math.max(size, right.scale))
  return Math.abs(right.value - mine.value) <= (tolerance + roundingError) * size + cancellationError * right.scale + loss
}
