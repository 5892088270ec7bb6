import { OperationError } from '../errors.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { inTransaction } from '../transaction.ts'
import { transition } from '../transition.ts'
import { addDeliveries, deliveryColumns } from './deliveryJobs.ts'
import { recordQueueAction } from './queueActions.ts'

type Wish = { req: OperationRequest; id: string; actor?: string }

/**
 * Gives a dead delivery a new round of tries. Of several people who press the button at once, one adds the job.
 * Throws NOT_FOUND, or DELIVERY_NOT_DEAD when it is not dead (any more).
 */
export async function retryFailure({ req, id, actor }: Wish): Promise<void> {
  await inTransaction(req, async () => {
    const { event, handler, lane } = await leaveDead({ req, id, to: 'retrying' })
    const sql = await sqlOf(req)
    await sql.rows({
      text: addDeliveries({ source: `select * from jsonb_to_recordset($1::jsonb) as g(${deliveryColumns})` }),
      values: [JSON.stringify([{ event, handler, lane, attempt: 1 }])],
    })
    await recordQueueAction({ req, actor, action: 'retry', handler, details: { event } })
  })
}

/**
 * Decides that a dead delivery is not needed. There is no receipt: a replay would deliver it. Throws NOT_FOUND or
 * DELIVERY_NOT_DEAD.
 */
export async function discardFailure({ req, id, actor }: Wish): Promise<void> {
  await inTransaction(req, async () => {
    const { event, handler } = await leaveDead({ req, id, to: 'discarded' })
    await recordQueueAction({ req, actor, action: 'discard', handler, details: { event } })
  })
}

async function leaveDead({
  req,
  id,
  to,
}: {
  req: OperationRequest
  id: string
  to: 'retrying' | 'discarded'
}): Promise<{ event: string; handler: string; lane: string | null }> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ event: string; handler: string; lane: string | null }>({
    text: `select "event", "handler", "lane" from "event_failures" where "id" = $1`,
    values: [id],
  })
  const failure = rows[0]
  if (!failure) throw new OperationError({ code: 'NOT_FOUND', status: 404, message: 'There is no such failed delivery.' })
  const winner = await transition({ req, table: 'event_failures', id, from: ['dead'], to })
  if (winner) return failure
  throw new OperationError({
    code: 'DELIVERY_NOT_DEAD',
    status: 409,
    message: 'Only a delivery that was given up can be retried or discarded.',
  })
}
