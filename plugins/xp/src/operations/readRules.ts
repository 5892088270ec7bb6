import { type OperationRequest, parseRule, registered, sqlOf } from '@lectern/kernel'
import type { RuleInForce } from '../domain/evaluateXp.ts'
import { xpRuleKinds } from '../registry.ts'

export type RuleVersionRow = {
  rule: string
  version: number
  code: string
  args: unknown
  active: boolean
  /** ISO, UTC. */
  effectiveFrom: string
}

/** All versions of all rules, oldest first. */
export async function readRuleVersions({ req }: { req: OperationRequest }): Promise<RuleVersionRow[]> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{
    rule: string
    version: string | number
    code: string
    args: unknown
    active: boolean
    effective_from: Date
  }>({
    name: 'xp.ruleVersions',
    text: `select "rule", "version", "code", "args", "active", "effective_from" from "xp_rule_versions" order by "rule", "version"`,
  })
  return rows.map(({ effective_from, version, ...row }) => ({
    ...row,
    version: Number(version),
    effectiveFrom: effective_from.toISOString(),
  }))
}

/**
 * The rules in force at a moment (ISO, UTC): of each rule the version that held then, unless it was switched off. A rule
 * whose kind is not installed, or whose arguments do not fit any more, is left out here and shown as wrong in the admin.
 */
export function rulesInForce({
  req,
  versions,
  at,
}: {
  req: OperationRequest
  versions: readonly RuleVersionRow[]
  at: string
}): RuleInForce[] {
  const held = new Map<string, RuleVersionRow>()
  for (const row of versions) if (row.effectiveFrom <= at) held.set(row.rule, row)
  return [...held.values()].flatMap((row) => (row.active ? toRuleInForce({ req, row }) : []))
}

export function toRuleInForce({ req, row }: { req: OperationRequest; row: RuleVersionRow }): RuleInForce[] {
  const { rule, version, code, args } = row
  const parsed = parseRule({ kinds: registered({ payload: req.payload, registry: xpRuleKinds }), stored: { code, args } })
  return parsed.ok ? [{ rule, version, code, effect: parsed.value }] : []
}
