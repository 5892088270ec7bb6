import { parseArgs } from 'node:util'
import { z } from 'zod'

/** How often something is killed, within how many seconds, and from which seed. */
export type Plan = { kills: number; seconds: number; seed: number }

export const victims = ['api', 'worker', 'postgres'] as const
export type Victim = (typeof victims)[number]

/** `after`: seconds since the kill before. */
export type Kill = { victim: Victim; after: number }

const planSchema = z.strictObject({
  kills: z.coerce.number().int().min(0).max(10_000).default(200),
  seconds: z.coerce.number().int().min(5).max(86_400).default(600),
  seed: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .default(1),
})

/** What was asked for, or a sentence about what was not understood. */
export function readPlan(args: string[]): Plan | string {
  try {
    const options = { kills: { type: 'string' }, seconds: { type: 'string' }, seed: { type: 'string' } } as const
    const parsed = planSchema.safeParse(parseArgs({ args, options }).values)
    if (parsed.success) return parsed.data
    return parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n')
  } catch (error) {
    // parseArgs throws for options it does not know, with a sentence.
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * The kills of a plan, the same for the same seed: two of five hit the learner interface, two the worker, one PostgreSQL, at moments
 * spread evenly at random over the time.
 */
export function drawKills({ kills, seconds, seed }: Plan): Kill[] {
  const random = randomFrom(seed)
  const moments = Array.from({ length: kills }, () => random() * seconds).sort((a, b) => a - b)
  return moments.map((moment, index) => {
    const share = random()
    const victim = share < 0.4 ? 'api' : share < 0.8 ? 'worker' : 'postgres'
    return { victim, after: moment - (moments[index - 1] ?? 0) }
  })
}

/** Mulberry32: 0 ≤ x < 1. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
