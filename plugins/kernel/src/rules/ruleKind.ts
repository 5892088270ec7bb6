import { failure, type Locale, type LocalizedText, type Result, storedRuleSchema } from '@lectern/content-schemas'
import { z } from 'zod'

/** A rule whose arguments were understood: at least, it can be put into words. */
export type ExplainedRule = { explain: (locale: Locale) => string }

/**
 * One kind of rule. `code` is stored and never renamed. `args` makes the admin's form; `.meta({ label, relationTo })` on a
 * field names it and says which collection its id is from. `parse` refuses arguments that do not fit; `kinds` are all kinds of
 * the set, for a rule that is made of others (a field with `.meta({ rules: true })` is edited as a list of rules).
 */
export type RuleKind<Rule extends ExplainedRule> = {
  code: string
  label: LocalizedText
  args: z.ZodType
  parse(args: unknown, kinds: ReadonlyMap<string, RuleKind<Rule>>): Result<Rule>
}

/** Reads a stored rule. Fails with RULE_MALFORMED, RULE_KIND_UNKNOWN or RULE_ARGS_INVALID. */
export function parseRule<Rule extends ExplainedRule>({
  kinds,
  stored,
}: {
  kinds: ReadonlyMap<string, RuleKind<Rule>>
  stored: unknown
}): Result<Rule> {
  const rule = storedRuleSchema.safeParse(stored)
  if (!rule.success) return failure({ code: 'RULE_MALFORMED', message: 'A rule is an object of code and args.' })
  const kind = kinds.get(rule.data.code)
  if (!kind) return failure({ code: 'RULE_KIND_UNKNOWN', message: `No installed plugin has the rule ${rule.data.code}.` })
  return kind.parse(rule.data.args, kinds)
}

/** What the admin's form is made from. `schema` is the JSON Schema of the arguments. */
export type RuleKindDescription = { code: string; label: LocalizedText; schema: unknown }

export function describeRuleKinds<Rule extends ExplainedRule>(kinds: ReadonlyMap<string, RuleKind<Rule>>): RuleKindDescription[] {
  return [...kinds.values()].map(({ code, label, args }) => ({ code, label, schema: z.toJSONSchema(args, { io: 'input' }) }))
}
