import { newId } from '../ids.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { addDeliveries, type DeliveryJob, deliveryColumns } from './deliveryJobs.ts'
import type { RetryPolicy } from './policy.ts'
import { retryDelay } from './policy.ts'

/**
 * Remembers that a delivery failed, outside the rolled back transaction of the handler, and adds its next try to the queue in
 * the same statement. One row per event and handler, in one of the states `failing` (it will be tried again), `dead` (given up),
 * `retrying` (someone asked for another round), `resolved` (it worked) and `discarded` (someone decided that it is not needed).
 */
export async function recordFailure({
  req,
  delivery,
  retry,
  error,
}: {
  req: OperationRequest
  delivery: DeliveryJob
  retry: RetryPolicy
  error: unknown
}): Promise<void> {
  const { event, handler, attempt, lane } = delivery
  const delay = retryDelay({ retry, attempt })
  const next = delay === null ? [] : [{ ...delivery, attempt: attempt + 1 }]
  const sql = await sqlOf(req)
  await sql.rows({
    text: `with failure as (
             insert into "event_failures" ("id", "event", "handler", "lane", "state", "attempts", "error")
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict ("handler", "event") do update
               set "state" = excluded."state", "attempts" = excluded."attempts", "error" = excluded."error",
                   "lane" = excluded."lane", "updated_at" = now()
           )
           ${addDeliveries({
             source: `select * from jsonb_to_recordset($8::jsonb) as g(${deliveryColumns})`,
             runAt: 'now() + make_interval(secs => $9)',
           })}`,
    values: [
      newId(),
      event,
      handler,
      lane,
      delay === null ? 'dead' : 'failing',
      attempt,
      textOf(error),
      JSON.stringify(next),
      delay ?? 0,
    ],
  })
}

/** The stack where there is one, shortened. */
function textOf(error: unknown): string {
  return (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 8000)
}
