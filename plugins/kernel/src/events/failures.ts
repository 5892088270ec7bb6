import { OperationError } from '../errors.ts'
import { newId } from '../ids.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { inTransaction } from '../transaction.ts'
import { transition } from '../transition.ts'
import { deliveryTask, maxDeliveryAttempts } from './delivery.ts'

/**
 * Remembers that a delivery failed, outside the rolled back transaction of the handler. One row per event and handler, in one
 * of the states `failing` (the queue will try again), `dead` (it gave up), `retrying` (someone asked for another round) and
 * `resolved` (it worked).
 */
export async function recordFailure({
  req,
  event,
  handler,
  attempt,
  error,
}: {
  req: OperationRequest
  event: string
  handler: string
  attempt: number
  error: unknown
}): Promise<void> {
  const sql = await sqlOf(req)
  const text = (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 8000)
  await sql.rows({
    text: `insert into "event_failures" ("id", "event", "handler", "state", "attempts", "error")
           values ($1, $2, $3, $4, $5, $6)
           on conflict ("handler", "event") do update
             set "state" = excluded."state", "attempts" = excluded."attempts", "error" = excluded."error", "updated_at" = now()`,
    values: [newId(), event, handler, attempt >= maxDeliveryAttempts ? 'dead' : 'failing', attempt, text],
  })
}

export async function resolveFailure({
  req,
  event,
  handler,
}: {
  req: OperationRequest
  event: string
  handler: string
}): Promise<void> {
  const sql = await sqlOf(req)
  await sql.rows({
    text: `update "event_failures" set "state" = 'resolved', "updated_at" = now() where "handler" = $1 and "event" = $2 and "state" <> 'resolved'`,
    values: [handler, event],
  })
}

/**
 * Gives a dead delivery a new round of tries. Of several people who press the button at once, one adds the job.
 * Throws NOT_FOUND, or DELIVERY_NOT_DEAD when it is not dead (any more).
 */
export async function retryFailure({ req, id }: { req: OperationRequest; id: string }): Promise<void> {
  await inTransaction(req, async () => {
    const sql = await sqlOf(req)
    const rows = await sql.rows<{ event: string; handler: string }>({
      text: `select "event", "handler" from "event_failures" where "id" = $1`,
      values: [id],
    })
    const failure = rows[0]
    if (!failure) throw new OperationError({ code: 'NOT_FOUND', status: 404, message: 'There is no such failed delivery.' })
    const winner = await transition({ req, table: 'event_failures', id, from: ['dead'], to: 'retrying' })
    if (!winner)
      throw new OperationError({
        code: 'DELIVERY_NOT_DEAD',
        status: 409,
        message: 'Only a delivery that was given up can be retried.',
      })
    await sql.rows({
      text: `select graphile_worker.add_job('${deliveryTask}', json_build_object('event', $1::text, 'handler', $2::text), max_attempts := ${maxDeliveryAttempts})`,
      values: [failure.event, failure.handler],
    })
  })
}
