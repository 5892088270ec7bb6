import { z } from 'zod'

/**
 * When a lesson counts as completed. One object, evaluated in one place
 * (`plugins/learning/src/domain/completion.ts`) and explained in words from the same object.
 * `testPassed.test` is the key of a test of the lesson (`pre`, `post`, …); `percent` is 0–100.
 */
export type CompletionRule =
  | { kind: 'viewed' }
  | { kind: 'done' }
  | { kind: 'testPassed'; test: string; percent: number }
  | { kind: 'allOf'; of: CompletionRule[] }
  | { kind: 'anyOf'; of: CompletionRule[] }

/** Rules nest at most this deep, so that evaluating and explaining stay bounded. */
export const maxCompletionDepth = 4

const leafSchemas = [
  z.strictObject({ kind: z.literal('viewed') }),
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({
    kind: z.literal('testPassed'),
    test: z.string().min(1).max(60),
    percent: z.number().min(0).max(100),
  }),
] as const

function ruleSchemaOfDepth(depth: number): z.ZodType<CompletionRule> {
  if (depth <= 1) return z.discriminatedUnion('kind', [...leafSchemas])
  const inner = z
    .array(ruleSchemaOfDepth(depth - 1))
    .min(1)
    .max(20)
  return z.discriminatedUnion('kind', [
    ...leafSchemas,
    z.strictObject({ kind: z.literal('allOf'), of: inner }),
    z.strictObject({ kind: z.literal('anyOf'), of: inner }),
  ])
}

export const completionRuleSchema = ruleSchemaOfDepth(maxCompletionDepth)

/** As written in front matter: the bare words `viewed` and `done` are short for their objects. */
export const completionInputSchema = z.union([
  z.enum(['viewed', 'done']).transform((kind): CompletionRule => ({ kind })),
  completionRuleSchema,
])

export const defaultCompletionRule: CompletionRule = { kind: 'viewed' }
