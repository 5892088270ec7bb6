import { registriesOf } from '../registries.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { deliverEvent } from './delivery.ts'
import { addDeliveries, type DeliveryJob, deliveryColumns, deliverySchema } from './deliveryJobs.ts'
import { recordFailure } from './failures.ts'
import type { HandlerLimits } from './handlerLimits.ts'
import type { RetryPolicy } from './policy.ts'
import { type LaneStep, runLane } from './runLane.ts'

/** Seconds after which a delivery that could not be done yet is looked at again. */
const againIn = { full: 0.25, paused: 1, unknown: 30 }

/**
 * One job of the queue: delivers, or remembers the failure and plans the next try, or puts the delivery back when it cannot be
 * done here and now. It throws only when the database fails it; the queue then hands the job out again.
 */
export async function runDelivery({
  req,
  input,
  limits,
}: {
  req: OperationRequest
  input: unknown
  limits: HandlerLimits
}): Promise<void> {
  const delivery = deliverySchema.parse(input)
  const handler = registriesOf(req.payload).eventHandlers.find(({ code }) => code === delivery.handler)
  if (!handler) return putBack({ req, delivery, seconds: againIn.unknown })
  const { code, policy } = handler
  if (!limits.enter({ code, concurrency: policy.concurrency })) return putBack({ req, delivery, seconds: againIn.full })
  try {
    const step = (each: DeliveryJob) => tryDelivery({ req, delivery: each, retry: policy.retry })
    if (delivery.lane === null) {
      await step(delivery)
      return
    }
    const seconds = await runLane({ req, lane: delivery.lane, mine: delivery, step })
    if (seconds !== null) await putBack({ req, delivery, seconds })
  } finally {
    limits.leave(code)
  }
}

async function tryDelivery({
  req,
  delivery,
  retry,
}: {
  req: OperationRequest
  delivery: DeliveryJob
  retry: RetryPolicy
}): Promise<LaneStep> {
  try {
    const outcome = await deliverEvent({ req, ...delivery })
    if (outcome === 'done' || outcome === 'known') return 'over'
    await putBack({ req, delivery, seconds: againIn[outcome] })
    return 'waits'
  } catch (error) {
    await recordFailure({ req, delivery, retry, error })
    return 'waits'
  }
}

/** Not a failure: the same delivery again, a little later. That of a paused handler then waits until it is resumed. */
async function putBack({
  req,
  delivery,
  seconds,
}: {
  req: OperationRequest
  delivery: DeliveryJob
  seconds: number
}): Promise<void> {
  const sql = await sqlOf(req)
  await sql.rows({
    name: 'kernel.putBack',
    text: addDeliveries({
      source: `select * from jsonb_to_recordset($1::jsonb) as g(${deliveryColumns})`,
      runAt: 'now() + make_interval(secs => $2)',
    }),
    values: [JSON.stringify([delivery]), seconds],
  })
}
