import { newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import type { Streak } from '../domain/streak.ts'

export type Totals = { total: number; entries: number; level: number; streak: Streak; timeZone: string }

/** A row of `xp_totals` with the time zone of its learner; all null but the zone for a learner who has none yet. */
export type TotalsRow = {
  total: string | number | null
  entries: string | number | null
  level: string | number | null
  streak_days: string | number | null
  longest_streak: string | number | null
  freezes: string | number | null
  last_day: string | null
  last_at: Date | null
  last_zone: string | null
  time_zone: string | null
}

/**
 * The learner's totals, made if there are none, and locked until the end of the transaction: what is awarded to one learner is
 * awarded one after the other. Null when there is no such user (any more).
 */
export async function lockTotals({ req, learner }: { req: OperationRequest; learner: string }): Promise<Totals | null> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<TotalsRow>({
    name: 'xp.lockTotals',
    text: `insert into "xp_totals" as t ("id", "learner_id", "total", "entries", "level", "streak_days", "longest_streak", "freezes")
           select $1, u."id", 0, 0, 1, 0, 0, 0 from "users" u where u."id" = $2
           on conflict ("learner_id") do update set "learner_id" = excluded."learner_id"
           returning t.*, (select u."time_zone" from "users" u where u."id" = t."learner_id") as time_zone`,
    values: [newId(), learner],
  })
  const row = rows[0]
  return row ? toTotals(row) : null
}

export function toTotals(row: TotalsRow): Totals {
  const { last_day, last_at, last_zone } = row
  return {
    total: Number(row.total),
    entries: Number(row.entries),
    level: Number(row.level ?? 1),
    streak: {
      days: Number(row.streak_days),
      longest: Number(row.longest_streak),
      freezes: Number(row.freezes),
      last: last_day && last_at && last_zone ? { day: last_day, at: last_at.toISOString(), timeZone: last_zone } : null,
    },
    timeZone: row.time_zone ?? 'UTC',
  }
}
