import type { EventName } from '@lectern/content-schemas'
import { z } from 'zod'
import type { EventHandler } from '../registries.ts'
import { laneOf } from './policy.ts'

/**
 * Task of the queue for the deliveries of one handler. Each handler has its own, so that a worker of another version, which
 * does not know the handler, leaves its deliveries alone.
 */
export function deliveryTask(handler: string): string {
  return `deliver ${handler}`
}

/** The task name, the other way round; null for a job that is no delivery. */
export function handlerOfTask(task: string): string | null {
  return task.startsWith('deliver ') ? task.slice('deliver '.length) : null
}

/**
 * How often the queue itself hands out one delivery. Failures of handlers are counted apart from this, by their retry policy: these
 * are workers that died in the middle.
 */
export const maxHandOuts = 25

/** One delivery as the queue keeps it; `attempt` counts from 1, `lane` is what it stays in order with. */
export const deliverySchema = z.object({
  event: z.string(),
  handler: z.string(),
  attempt: z.int().min(1).default(1),
  lane: z.string().nullable().default(null),
})
export type DeliveryJob = z.infer<typeof deliverySchema>

export function toDeliveryJob({
  handler,
  event,
}: {
  handler: EventHandler
  event: { id: string; name: EventName; data: unknown }
}): DeliveryJob {
  const key = handler.policy.serialBy?.(event.data)
  const lane = key === undefined ? null : laneOf({ handler: handler.code, key })
  return { event: event.id, handler: handler.code, attempt: 1, lane }
}

/**
 * SQL that adds the deliveries of `source` (columns event, handler, attempt, lane) to the queue and answers their count. `runAt` is SQL
 * for their time. Deliveries of a paused handler wait: their time never comes until someone resumes it.
 */
export function addDeliveries({ source, runAt = 'now()' }: { source: string; runAt?: string }): string {
  return `select count(*) as added from (
            select array_agg((
                     'deliver ' || d."handler",
                     json_build_object('event', d."event", 'handler', d."handler", 'attempt', d."attempt", 'lane', d."lane"),
                     d."lane",
                     case when h."paused" then 'infinity'::timestamptz else ${runAt} end,
                     ${maxHandOuts}::smallint, null, 0::smallint, array[d."handler"]
                   )::graphile_worker.job_spec) as specs
            from (${source}) d left join "event_handlers" h on h."handler" = d."handler"
          ) given cross join lateral graphile_worker.add_jobs(given.specs) where given.specs is not null`
}

/** Columns of deliveries given as JSON. */
export const deliveryColumns = `"event" uuid, "handler" text, "attempt" int, "lane" text`
