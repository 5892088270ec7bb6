/** A function of the language: how many arguments it takes and what it gives, NaN where it is not defined. */
export type ExpressionFunction = { least: number; most: number; evaluate: (args: number[]) => number }

/** Larger arguments are beyond what a double can hold, so loops over them would be waste. */
const maxFactorial = 170
const maxChoose = 1000

function one(evaluate: (value: number) => number): ExpressionFunction {
  return { least: 1, most: 1, evaluate: ([value = Number.NaN]) => evaluate(value) }
}

function two(evaluate: (left: number, right: number) => number): ExpressionFunction {
  return { least: 2, most: 2, evaluate: ([left = Number.NaN, right = Number.NaN]) => evaluate(left, right) }
}

/** Functions of one argument that learners may be allowed to write. Angles are in radians; `log` is the natural logarithm. */
export const learnerFunctions: ReadonlyMap<string, ExpressionFunction> = new Map([
  ['sqrt', one(Math.sqrt)],
  ['cbrt', one(Math.cbrt)],
  ['abs', one(Math.abs)],
  ['exp', one(Math.exp)],
  ['ln', one(Math.log)],
  ['log', one(Math.log)],
  ['lg', one(Math.log10)],
  ['log2', one(Math.log2)],
  ['sin', one(Math.sin)],
  ['cos', one(Math.cos)],
  ['tan', one(Math.tan)],
  ['asin', one(Math.asin)],
  ['acos', one(Math.acos)],
  ['atan', one(Math.atan)],
  ['sinh', one(Math.sinh)],
  ['cosh', one(Math.cosh)],
  ['tanh', one(Math.tanh)],
])

/** What authors may write besides. Names and meanings are those of Moodle's calculated questions where it has them. */
export const authorFunctions: ReadonlyMap<string, ExpressionFunction> = new Map([
  ...learnerFunctions,
  ['log', { least: 1, most: 2, evaluate: ([value = Number.NaN, base = Math.E]) => Math.log(value) / Math.log(base) }],
  ['log10', one(Math.log10)],
  ['sign', one(Math.sign)],
  ['floor', one(Math.floor)],
  ['ceil', one(Math.ceil)],
  ['round', { least: 1, most: 2, evaluate: ([value = Number.NaN, places = 0]) => roundTo({ value, places }) }],
  ['min', { least: 1, most: 20, evaluate: (args) => Math.min(...args) }],
  ['max', { least: 1, most: 20, evaluate: (args) => Math.max(...args) }],
  ['pow', two((base, exponent) => base ** exponent)],
  ['mod', two((value, divisor) => value - divisor * Math.floor(value / divisor))],
  ['gcd', two(greatestDivisor)],
  ['lcm', two((left, right) => (left === 0 && right === 0 ? 0 : Math.abs(left * right) / greatestDivisor(left, right)))],
  ['fact', one(factorial)],
  ['choose', two(choose)],
  ['atan2', two(Math.atan2)],
  ['deg', one((radians) => (radians * 180) / Math.PI)],
  ['rad', one((degrees) => (degrees * Math.PI) / 180)],
])

/** Half away from zero, judged on the decimal as it is written: 1.005 to two places is 1.01. Places are −15…15. */
export function roundTo({ value, places }: { value: number; places: number }): number {
  if (!Number.isFinite(value) || !Number.isInteger(places) || Math.abs(places) > 15) return Number.NaN
  const [digits = '0', exponent = '0'] = String(Math.abs(value)).split('e')
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + places}`))
  const [back = '0', backExponent = '0'] = String(shifted).split('e')
  return Math.sign(value) * Number(`${back}e${Number(backExponent) - places}`)
}

function greatestDivisor(left: number, right: number): number {
  if (!Number.isSafeInteger(left) || !Number.isSafeInteger(right)) return Number.NaN
  let [larger, smaller] = [Math.abs(left), Math.abs(right)]
  // Euclid: at most 75 turns for safe integers.
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller]
  return larger
}

function factorial(value: number): number {
  if (!Number.isInteger(value) || value < 0) return Number.NaN
  if (value > maxFactorial) return Number.POSITIVE_INFINITY
  let product = 1
  for (let factor = 2; factor <= value; factor += 1) product *= factor
  return product
}

function choose(all: number, some: number): number {
  if (!Number.isInteger(all) || !Number.isInteger(some) || all < 0 || some < 0 || all > maxChoose) return Number.NaN
  if (some > all) return 0
  let ways = 1
  for (let taken = 1; taken <= Math.min(some, all - some); taken += 1) ways = (ways * (all - taken + 1)) / taken
  return Math.round(ways)
}
