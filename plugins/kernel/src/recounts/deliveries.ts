import { deliveryTask } from '../events/deliveryJobs.ts'
import { registriesOf } from '../registries.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { namedDifferences, type RecountResult } from './recount.ts'

/**
 * Every event since the first that a handler was given has exactly one receipt of it, unless its delivery still waits in the queue or
 * is among the failed ones.
 */
export async function recountDeliveries({ req }: { req: OperationRequest }): Promise<RecountResult> {
  const sql = await sqlOf(req)
  let checked = 0
  const differences: string[] = []
  for (const { code, event } of registriesOf(req.payload).eventHandlers) {
    const rows = await sql.rows<{ checked: number; missing: string[] | null }>({
      text: `with due as (
               select "id"::text as id from "events"
               where "name" = $2 and "occurred_at" >= (
                 select e."occurred_at" from "event_receipts" r join "events" e on e."id"::text = r."event"
                 where r."handler" = $1 order by r."created_at", e."id" limit 1)
             ), missing as (
               select id from due
               where not exists (select 1 from "event_receipts" r where r."handler" = $1 and r."event" = due.id)
                 and not exists (select 1 from "event_failures" f where f."handler" = $1 and f."event" = due.id)
                 and not exists (
                   select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t."id" = j."task_id"
                   where t."identifier" = $3 and j."payload" ->> 'event' = due.id)
             )
             select (select count(*)::int from due) as checked, (select array_agg(id) from (select id from missing limit $4) m) as missing`,
      values: [code, event, deliveryTask(code), namedDifferences],
    })
    checked += rows[0]?.checked ?? 0
    differences.push(...(rows[0]?.missing ?? []).map((id) => `${code} has never had the event ${id}.`))
  }
  return { checked, differences: differences.slice(0, namedDifferences) }
}
