import { type OperationRequest, parseRule, registered, sqlOf } from '@lectern/kernel'
import type { Criterion } from '../domain/criterion.ts'
import { criterionKinds } from '../registry.ts'

/** One tier of an achievement in force, with its criterion. `tier` counts from 1. */
export type Tier = { achievement: string; code: string; tier: number; revocable: boolean; criterion: Criterion }

/**
 * All tiers of the achievements in force. One whose criterion is not installed, or does not understand its arguments any more, is
 * left out here and shown as wrong in the admin.
 */
export async function readTiers({ req }: { req: OperationRequest }): Promise<Tier[]> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ achievement: string; code: string; revocable: boolean | null; tier: number; rule: unknown }>({
    name: 'achievements.tiers',
    text: `select a."id" as achievement, a."code", a."revocable", t."_order" as tier, t."rule"
           from "achievements" a join "achievement_tiers" t on t."_parent_id" = a."id"
           where a."active" order by a."id", t."_order"`,
  })
  const kinds = registered({ payload: req.payload, registry: criterionKinds })
  return rows.flatMap(({ rule, revocable, ...row }) => {
    const parsed = parseRule({ kinds, stored: rule })
    return parsed.ok ? [{ ...row, revocable: revocable === true, criterion: parsed.value }] : []
  })
}
