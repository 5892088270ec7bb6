import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'

export const pruneJob = 'kernel.prune'

/** Days. `events: null` keeps the log for ever, which recounting from the beginning needs. */
export type Retention = { events: number | null; failures: number }

export type Pruned = { events: number; receipts: number; failures: number }

/** Rows that one statement removes at most, so that it holds no lock for long. */
const batch = 5000

/**
 * Removes what is older than the retention says. An event goes when nothing about it is waiting, failing or given up. Its receipts go
 * after it: as long as an event can be replayed, every receipt of it is there. Solved and discarded failures go too.
 */
export async function pruneLog({ req, retention }: { req: OperationRequest; retention: Retention }): Promise<Pruned> {
  const events =
    retention.events === null
      ? 0
      : await removeAll({
          req,
          text: `with waiting as (select j."payload" ->> 'event' as event from graphile_worker._private_jobs j where j."payload" ->> 'event' is not null),
                 old as (
                   select e."id" from "events" e
                   where e."occurred_at" < now() - make_interval(days => $1)
                     and not exists (select 1 from waiting w where w.event = e."id"::text)
                     and not exists (select 1 from "event_failures" f where f."event" = e."id"::text and f."state" in ('failing', 'retrying', 'dead'))
                   order by e."occurred_at" limit ${batch})
                 delete from "events" using old where "events"."id" = old."id"`,
          days: retention.events,
        })
  const receipts =
    retention.events === null
      ? 0
      : await removeAll({
          req,
          text: `with old as (
                   select r."id" from "event_receipts" r
                   where r."created_at" < now() - make_interval(days => $1)
                     and not exists (select 1 from "events" e where e."id"::text = r."event")
                   limit ${batch})
                 delete from "event_receipts" using old where "event_receipts"."id" = old."id"`,
          days: retention.events,
        })
  const failures = await removeAll({
    req,
    text: `with old as (
             select "id" from "event_failures"
             where "state" in ('resolved', 'discarded') and "updated_at" < now() - make_interval(days => $1) limit ${batch})
           delete from "event_failures" using old where "event_failures"."id" = old."id"`,
    days: retention.failures,
  })
  return { events, receipts, failures }
}

async function removeAll({ req, text, days }: { req: OperationRequest; text: string; days: number }): Promise<number> {
  const sql = await sqlOf(req)
  for (let sum = 0; ; ) {
    const rows = await sql.rows<{ n: number }>({
      text: `with gone as (${text} returning 1) select count(*)::int as n from gone`,
      values: [days],
    })
    const n = rows[0]?.n ?? 0
    sum += n
    if (n < batch) return sum
  }
}
