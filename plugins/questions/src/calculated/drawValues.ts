import { seededRandom } from '@lectern/kernel/question'
import { holds, type Values } from '../shared/expression/evaluate.ts'
import { authorFunctions } from '../shared/expression/functions.ts'
import { type Comparison, parseCondition } from '../shared/expression/parseExpression.ts'
import type { Calculated, Parameter } from './schema.ts'

/** How often values are drawn before all combinations are looked at, if there are no more than `maxCombinations`. */
const maxDraws = 300
const maxCombinations = 5000

/** Beyond it, steps of a double would be coarser than six decimals. */
export const largestParameter = 1e9

/** `met` is false when no values were found that meet all conditions; the values are then some that do not. */
export type Drawn = { values: Values; met: boolean }

/**
 * The values of the parameters for a seed: the same seed gives the same, whatever the order of the rows. Every parameter has
 * a stream of its own, made of its name. Values that do not meet the conditions are drawn again, a bounded number of times;
 * if none do and the combinations are few, one is picked from those that do. A condition that cannot be read is never met.
 */
export function drawValues({
  parameters,
  conditions,
  seed,
}: Pick<Calculated, 'parameters' | 'conditions'> & { seed: number }): Drawn {
  const rows = [...parameters].sort((left, right) => (left.name < right.name ? -1 : 1))
  const comparisons = readConditions({ parameters, conditions })
  const streams = rows.map((parameter) => ({ parameter, random: seededRandom((seed ^ hashOf(parameter.name)) >>> 0) }))
  const draw = (): Values =>
    new Map(
      streams.map(({ parameter, random }) => {
        const { count, valueAt } = gridOf(parameter)
        return [parameter.name, valueAt(Math.min(count - 1, Math.floor(random() * count)))]
      }),
    )
  const first = draw()
  if (comparisons === null) return { values: first, met: false }
  let values = first
  for (let turn = 1; turn <= maxDraws; turn += 1) {
    if (holds({ comparisons, values })) return { values, met: true }
    values = draw()
  }
  const fitting = fittingCombinations({ rows, comparisons })
  const picked = fitting[Math.floor(seededRandom(seed)() * fitting.length)]
  return picked ? { values: picked, met: true } : { values: first, met: false }
}

/** The values that a parameter may have: `count` of them, at least one. */
export function gridOf({ min, max, decimals, step }: Parameter): { count: number; valueAt: (at: number) => number } {
  // Whole numbers of the last decimal, so that 0.1 + 0.2 is 0.3.
  const unit = 10 ** decimals
  const whole = (value: number) => Math.round(Math.max(-largestParameter, Math.min(largestParameter, value)) * unit)
  const from = whole(min ?? 0)
  const to = whole(max ?? min ?? 0)
  const by = Math.max(1, step === null ? 1 : whole(step))
  const count = Math.max(1, Math.floor((to - from) / by) + 1)
  return { count, valueAt: (at) => (from + at * by) / unit }
}

function readConditions({ parameters, conditions }: Pick<Calculated, 'parameters' | 'conditions'>): Comparison[] | null {
  const variables = new Set(parameters.map(({ name }) => name))
  const read = conditions.map(({ text }) => parseCondition({ text, variables, functions: authorFunctions }))
  return read.every(({ ok }) => ok) ? read.flatMap((result) => (result.ok ? result.value : [])) : null
}

/** All combinations that meet the conditions, or none when there are too many to look at. */
function fittingCombinations({ rows, comparisons }: { rows: Parameter[]; comparisons: Comparison[] }): Values[] {
  const grids = rows.map((parameter) => ({ name: parameter.name, ...gridOf(parameter) }))
  const combinations = grids.reduce((product, { count }) => product * count, 1)
  if (combinations > maxCombinations) return []
  return Array.from({ length: combinations }, (_, ordinal) => {
    let rest = ordinal
    return new Map(
      grids.map(({ name, count, valueAt }) => {
        const value = valueAt(rest % count)
        rest = Math.floor(rest / count)
        return [name, value]
      }),
    )
  }).filter((values) => holds({ comparisons, values }))
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
