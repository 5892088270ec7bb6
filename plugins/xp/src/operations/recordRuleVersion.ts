import { newId, type OperationRequest, sqlOf } from '@lectern/kernel'

/**
 * Keeps the rule as it is now as its newest version, if it differs from that one; answers the number of the version in
 * force. Belongs in the transaction that changed the rule, whose lock on the row puts two changes at once in order.
 */
export async function recordRuleVersion({
  req,
  rule,
  user,
}: {
  req: OperationRequest
  rule: string
  user: string | number | null
}): Promise<number> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ version: string | number }>({
    name: 'xp.recordRuleVersion',
    text: `with rule as (
             select "id", "rule" ->> 'code' as code, "rule" -> 'args' as args, coalesce("active", false) as active
             from "xp_rules" where "id" = $1
           ), newest as (
             select * from "xp_rule_versions" where "rule" = $1::text order by "version" desc limit 1
           ), added as (
             insert into "xp_rule_versions" ("id", "rule", "version", "code", "args", "active", "effective_from", "user")
             select $2, rule."id"::text, coalesce(newest."version", 0) + 1, rule.code, rule.args, rule.active, now(), $3
             from rule left join newest on true
             where newest."id" is null
                or (newest."code", newest."args", newest."active") is distinct from (rule.code, rule.args, rule.active)
             returning "version"
           ), marked as (
             update "xp_rules" set "version" = (select "version" from added) where "id" = $1 and exists (select from added)
           )
           select coalesce((select "version" from added), (select "version" from newest)) as version`,
    values: [rule, newId(), user],
  })
  return Number(rows[0]?.version ?? 0)
}
