import { z } from 'zod'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { type DeliveryJob, deliverySchema } from './deliveryJobs.ts'

/** What became of one delivery of a lane: it is out of the way, or the lane must wait for it. */
export type LaneStep = 'over' | 'waits'

/** Deliveries that are read at once, and done before the lane's place in the worker is given to others. */
const stretch = 100

const waitingSchema = z.object({ id: z.string(), payload: deliverySchema, due: z.boolean(), seconds: z.coerce.number() })

/**
 * Does the waiting deliveries of a lane in the order of their events, `mine` among them. The queue handed out `mine` and lets
 * nobody else have one of the lane until this ends. Where an earlier one has to wait for its next try, all after it wait.
 *
 * Answers null when `mine` is over, else the seconds after which it should be looked at again.
 */
export async function runLane({
  req,
  lane,
  mine,
  step,
}: {
  req: OperationRequest
  lane: string
  mine: DeliveryJob
  step: (delivery: DeliveryJob) => Promise<LaneStep>
}): Promise<number | null> {
  let isOver = false
  for (const { id, payload, due, seconds } of await readLane({ req, lane })) {
    const isMine = payload.event === mine.event
    if (!due) return isOver ? null : seconds
    const taken = await step(payload)
    // A delivery that has to wait was put back as a new job; this one is over either way.
    if (!isMine) await complete({ req, id })
    isOver ||= isMine
    if (taken === 'waits') return isOver ? null : retryLaneAfter
  }
  return isOver ? null : retryLaneAfter
}

/** Seconds before a lane is looked at again of which it is not known when it can go on. */
const retryLaneAfter = 1

async function readLane({ req, lane }: { req: OperationRequest; lane: string }): Promise<z.infer<typeof waitingSchema>[]> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'kernel.readLane',
    text: `select j."id"::text, j."payload", j."run_at" <= now() as due,
                  case when j."run_at" = 'infinity' then ${retryLaneAfter} else extract(epoch from j."run_at" - now()) end as seconds
           from graphile_worker._private_jobs j
           join graphile_worker._private_job_queues q on q."id" = j."job_queue_id"
           where q."queue_name" = $1
           order by j."payload" ->> 'event', j."id" limit ${stretch}`,
    values: [lane],
  })
  return z.array(waitingSchema).parse(rows)
}

async function complete({ req, id }: { req: OperationRequest; id: string }): Promise<void> {
  const sql = await sqlOf(req)
  await sql.rows({
    name: 'kernel.complete',
    text: `select count(*) from graphile_worker.complete_jobs(array[$1::bigint])`,
    values: [id],
  })
}
