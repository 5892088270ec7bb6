import { z } from 'zod'
import { failure, type Result, success } from './result.ts'

/** A rule that an administrator tunes, as it is stored: the code of its kind, and arguments that the kind's schema reads. */
export const storedRuleSchema = z.strictObject({ code: z.string().min(1).max(80), args: z.record(z.string(), z.unknown()) })
export type StoredRule = z.infer<typeof storedRuleSchema>

/** Reads the arguments of a rule; fails with RULE_ARGS_INVALID, naming each field that does not fit. */
export function parseRuleArgs<Args>({ schema, args }: { schema: z.ZodType<Args>; args: unknown }): Result<Args> {
  const parsed = schema.safeParse(args)
  if (parsed.success) return success(parsed.data)
  const message = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'args'}: ${issue.message}`).join('; ')
  return failure({ code: 'RULE_ARGS_INVALID', message, details: parsed.error.issues })
}
