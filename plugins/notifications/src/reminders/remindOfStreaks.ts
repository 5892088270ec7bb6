import { timeZoneSchema } from '@lectern/content-schemas/timeZone'
import { inTransaction, type OperationRequest, sqlOf } from '@lectern/kernel'
import { Temporal } from 'temporal-polyfill'
import { notify } from '../operations/notify.ts'
import { streakEndsKind } from './kinds.ts'

/** Days of a streak that is worth a reminder. */
const shortest = 3
/** The hours of the learner's evening in which the reminder comes: late enough to be needed, early enough to be of use. */
const evening = { from: 18, to: 21 }

/** Learners with a streak that a missed day would end: nothing forgives it any more. */
const ending = `from "xp_totals" t join "users" u on u."id" = t."learner_id"
  where t."streak_days" >= ${shortest} and t."freezes" = 0`

/**
 * Reminds learners of a streak in the evening of a day on which they have not done anything yet, each by the own time zone. It
 * may run as often as it likes: a day is one fact. `now` is ISO, UTC.
 */
export async function remindOfStreaks({ req, now }: { req: OperationRequest; now: string }): Promise<void> {
  const sql = await sqlOf(req)
  const zones = await sql.rows<{ zone: string }>({
    name: 'notifications.streakZones',
    text: `select distinct coalesce(u."time_zone", 'UTC') as zone ${ending}`,
  })
  for (const { zone } of zones) {
    const local = Temporal.Instant.from(now).toZonedDateTimeISO(timeZoneSchema.catch('UTC').parse(zone))
    if (local.hour < evening.from || local.hour >= evening.to) continue
    const today = local.toPlainDate()
    const day = today.toString()
    const recipients = {
      query: `select t."learner_id" ${ending} and t."last_day" = $1 and coalesce(u."time_zone", 'UTC') = $2`,
      values: [today.subtract({ days: 1 }).toString(), zone],
    }
    await inTransaction(req, () =>
      notify({ req, kind: streakEndsKind.kind.code, fact: { fact: day, recipients, data: { day } } }),
    )
  }
}
