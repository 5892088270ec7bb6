import { inTransaction, type OperationRequest, registered, sqlOf } from '@lectern/kernel'
import { levelOf } from '../domain/levels.ts'
import { streakOf } from '../domain/streak.ts'
import { xpRuleKinds } from '../registry.ts'
import { awardXp } from './awardXp.ts'
import { lockTotals } from './lockTotals.ts'
import { readRuleVersions } from './readRules.ts'
import { readSettings } from './readSettings.ts'
import { readDays } from './recordActivity.ts'
import { findMissing } from './recountLedger.ts'
import { refillScores } from './refillScores.ts'
import { replayEvents } from './replayEvents.ts'

/** `entries`: lines that were missing and were added; `totals`: learners whose total, level, streak or score on a board was put right. */
export type Rebuilt = { entries: number; totals: number }

/**
 * Puts right what follows from log and ledger: totals and streaks are computed from ledger and days, and lines that events say
 * and the ledger lacks are added by awarding those events again. Lines are never changed or deleted, and a level that was
 * reached is kept. Running it again changes nothing.
 */
export async function rebuildXp({ req }: { req: OperationRequest }): Promise<Rebuilt> {
  const { thresholds, freezes } = await readSettings({ req })
  const sql = await sqlOf(req)
  const learners = await sql.rows<{ learner_id: string }>({
    text: `select "learner_id" from "xp_totals" union select "learner_id" from "xp_ledger" order by 1`,
  })
  let totals = 0
  for (const { learner_id: learner } of learners) {
    const changed = await inTransaction({ payload: req.payload }, async (inner) => {
      const before = await lockTotals({ req: inner, learner })
      if (!before) return false
      const own = await sqlOf(inner)
      const [summed] = await own.rows<{ total: string | null; entries: number }>({
        name: 'xp.sum',
        text: `select sum("points") as total, coalesce(max("seq"), 0)::int as entries from "xp_ledger" where "learner_id" = $1`,
        values: [learner],
      })
      const total = Number(summed?.total ?? 0)
      const lines = summed?.entries ?? 0
      const level = Math.max(before.level, levelOf({ total, thresholds }))
      const streak = streakOf({ days: await readDays({ req: inner, learner }), policy: freezes })
      const scores = await refillScores({ req: inner, learner })
      const same =
        total === before.total && lines === before.entries && level === before.level && streak.days === before.streak.days
      if (same) return scores > 0
      await own.rows({
        name: 'xp.mend',
        text: `update "xp_totals" set "total" = $2, "entries" = $3, "level" = $4, "streak_days" = $5, "longest_streak" = $6, "freezes" = $7,
                      "last_day" = $8, "last_at" = $9, "last_zone" = $10
               where "learner_id" = $1`,
        values: [
          learner,
          total,
          lines,
          level,
          streak.days,
          streak.longest,
          streak.freezes,
          streak.last?.day ?? null,
          streak.last?.at ?? null,
          streak.last?.timeZone ?? null,
        ],
      })
      return true
    })
    totals += changed ? 1 : 0
  }
  // Afterwards, because the numbers of new lines go on from the totals.
  return { entries: await addMissing({ req }), totals }
}

async function addMissing({ req }: { req: OperationRequest }): Promise<number> {
  const wanted = new Set<string>()
  for await (const { missing } of findMissing({ req, versions: await readRuleVersions({ req }) }))
    for (const { event } of missing) wanted.add(event)
  if (wanted.size === 0) return 0
  let added = 0
  const names = [...new Set([...registered({ payload: req.payload, registry: xpRuleKinds }).values()].flatMap(({ on }) => on))]
  for await (const page of replayEvents({ req, names })) {
    for (const event of page) if (wanted.has(event.id)) added += await awardXp({ req: { payload: req.payload }, event })
  }
  return added
}
