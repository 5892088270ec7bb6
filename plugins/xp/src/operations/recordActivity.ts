import { emit, newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import { type ActiveDay, extendStreak, type FreezePolicy, type Streak, streakOf } from '../domain/streak.ts'

/**
 * Counts a day on which the learner did something; a day that is known changes nothing. Days may come in any order: one that
 * comes late has the streak computed anew from all days. The caller holds the lock on the learner's totals.
 */
export async function recordActivity({
  req,
  learner,
  streak,
  next,
  event,
  policy,
}: {
  req: OperationRequest
  learner: string
  streak: Streak
  next: ActiveDay
  event: string
  policy: FreezePolicy
}): Promise<Streak> {
  const sql = await sqlOf(req)
  const added = await sql.rows({
    name: 'xp.addDay',
    text: `insert into "xp_days" ("id", "learner_id", "day", "at", "time_zone", "event") values ($1, $2, $3, $4, $5, $6)
           on conflict ("learner_id", "day") do nothing returning "id"`,
    values: [newId(), learner, next.day, next.at, next.timeZone, event],
  })
  if (added.length === 0) return streak
  const isLate = streak.last !== null && next.day < streak.last.day
  const extended = isLate ? streakOf({ days: await readDays({ req, learner }), policy }) : extendStreak({ streak, next, policy })
  await emit({
    req,
    name: 'streak.extended@1',
    key: `${learner}/${next.day}`,
    data: { learner, days: extended.days, day: next.day, at: next.at },
  })
  await sql.rows({
    name: 'xp.saveStreak',
    text: `update "xp_totals" set "streak_days" = $2, "longest_streak" = $3, "freezes" = $4, "last_day" = $5, "last_at" = $6, "last_zone" = $7
           where "learner_id" = $1`,
    values: [
      learner,
      extended.days,
      extended.longest,
      extended.freezes,
      extended.last?.day ?? null,
      extended.last?.at ?? null,
      extended.last?.timeZone ?? null,
    ],
  })
  return extended
}

/** All active days of a learner, oldest first. */
export async function readDays({ req, learner }: { req: OperationRequest; learner: string }): Promise<ActiveDay[]> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ day: string; at: Date; time_zone: string }>({
    name: 'xp.days',
    text: `select "day", "at", "time_zone" from "xp_days" where "learner_id" = $1 order by "day"`,
    values: [learner],
  })
  return rows.map(({ day, at, time_zone }) => ({ day, at: at.toISOString(), timeZone: time_zone }))
}
