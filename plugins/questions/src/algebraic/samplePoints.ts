import { seededRandom } from '@lectern/kernel/question'
import Fraction from 'fraction.js'
import type { Variable } from './schema.ts'

/** The same values of all variables, in doubles and exactly. */
export type Point = { values: ReadonlyMap<string, number>; exact: ReadonlyMap<string, Fraction> }

/** Enough to find the points that are needed also where an expression is defined for an eighth of the values only. */
const pointCount = 64
/** Into how many steps a range is cut: fewer make shorter fractions, more make it less likely that two differ unseen. */
const steps = 4096

/**
 * Points within the ranges, drawn by a fixed seed and not by that of the attempt: the same response to the same question
 * always earns the same. They do not depend on the order of the variables.
 */
export function samplePoints(variables: Variable[]): Point[] {
  const sorted = [...variables].sort((left, right) => (left.name < right.name ? -1 : 1))
  const random = seededRandom(0x5eed)
  return Array.from({ length: pointCount }, () => {
    const drawn = sorted.map(({ name, ...range }) => ({ name, ...drawFrom({ ...range, draw: random() }) }))
    return {
      values: new Map(drawn.map(({ name, value }) => [name, value])),
      exact: new Map(drawn.map(({ name, exact }) => [name, exact])),
    }
  })
}

/** A whole number of steps whose size is a power of two, so that the double is exactly the fraction. */
function drawFrom({ min, max, whole, draw }: Omit<Variable, 'id' | 'name'> & { draw: number }) {
  const power = whole ? 0 : Math.floor(Math.log2((max - min) / steps))
  const exponent = Number.isFinite(power) ? Math.max(-60, Math.min(60, power)) : 0
  const size = 2 ** exponent
  const [least, greatest] = [Math.ceil(min / size), Math.floor(max / size)]
  const count = least + Math.floor(draw * Math.max(1, greatest - least + 1))
  const exact =
    exponent < 0 ? new Fraction(BigInt(count), 2n ** BigInt(-exponent)) : new Fraction(BigInt(count) * 2n ** BigInt(exponent))
  return { value: count * size, exact }
}
