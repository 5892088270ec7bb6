import { z } from 'zod'
import { registriesOf } from '../registries.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { deliveryTask, handlerOfTask } from './deliveryJobs.ts'

/** Dead deliveries that are shown at once, the newest first. */
const shownDead = 50

/** Minutes over which deliveries are counted for the rate. */
const rateMinutes = 5

const count = z.coerce.number()
const idle = { waiting: 0, later: 0, held: 0, running: 0, givenUp: 0, lastError: null, oldest: null }
const taskSchema = z.object({
  task: z.string(),
  waiting: count,
  later: count,
  held: count,
  running: count,
  givenUp: count,
  lastError: z.string().nullable(),
  oldest: z.union([z.null(), count]),
})
const deadSchema = z.object({
  id: z.string(),
  handler: z.string(),
  event: z.string(),
  name: z.string().nullable(),
  key: z.string().nullable(),
  data: z.unknown(),
  attempts: count,
  error: z.string().nullable(),
  at: z.date().transform((date) => date.toISOString()),
})

/**
 * One task of the queue. `waiting` is due and not begun, `later` waits for its time, `held` for its handler to be resumed; `givenUp` was tried as
 * often as the queue tries a job, with the `lastError` of one of them; `oldestSeconds` is the
 * age of what has waited longest. Of a handler also its event, the deliveries per minute of the last five, and its failed ones.
 */
export type QueueTask = {
  task: string
  waiting: number
  later: number
  held: number
  running: number
  givenUp: number
  lastError: string | null
  oldestSeconds: number | null
  handler: {
    code: string
    event: string
    paused: boolean
    perMinute: number
    failing: number
    dead: number
    installed: boolean
  } | null
}

export type DeadDelivery = z.infer<typeof deadSchema>
export type QueueState = { tasks: QueueTask[]; dead: DeadDelivery[]; deadCount: number }

/** The queue as it is now: every handler and job that is installed or has work waiting, and the deliveries that were given up. */
export async function readQueue({ req }: { req: OperationRequest }): Promise<QueueState> {
  const { eventHandlers, jobs } = registriesOf(req.payload)
  const counted = await countTasks(req)
  const handlers = await countHandlers(req)
  const names = new Set([...eventHandlers.map(({ code }) => deliveryTask(code)), ...[...jobs.keys()].sort(), ...counted.keys()])
  const tasks = [...names].map((task): QueueTask => {
    const { oldest, ...numbers } = counted.get(task) ?? idle
    const code = handlerOfTask(task)
    const registered = eventHandlers.find((handler) => handler.code === code)
    const known = handlers.get(code ?? '') ?? { paused: false, perMinute: 0, failing: 0, dead: 0 }
    return {
      task,
      ...numbers,
      oldestSeconds: oldest,
      handler: code === null ? null : { code, event: registered?.event ?? '', installed: registered !== undefined, ...known },
    }
  })
  const dead = await readDead(req)
  return { tasks, dead, deadCount: [...handlers.values()].reduce((sum, each) => sum + each.dead, 0) }
}

async function countTasks(req: OperationRequest): Promise<Map<string, Omit<z.infer<typeof taskSchema>, 'task'>>> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    text: `select t."identifier" as task,
                  count(*) filter (where j."is_available" and j."run_at" <= now()) as waiting,
                  count(*) filter (where j."is_available" and j."run_at" > now() and j."run_at" < 'infinity') as later,
                  count(*) filter (where j."run_at" = 'infinity') as held,
                  count(j."locked_at") as running,
                  count(*) filter (where j."locked_at" is null and j."attempts" >= j."max_attempts") as "givenUp",
                  max(j."last_error") filter (where j."locked_at" is null and j."attempts" >= j."max_attempts") as "lastError",
                  extract(epoch from now() - min(case when j."run_at" = 'infinity' then j."created_at" else j."run_at" end)
                    filter (where j."is_available" and (j."run_at" <= now() or j."run_at" = 'infinity'))) as oldest
           from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t."id" = j."task_id" group by 1`,
  })
  return new Map(
    z
      .array(taskSchema)
      .parse(rows)
      .map(({ task, ...numbers }) => [task, numbers]),
  )
}

const handlerSchema = z.object({ handler: z.string(), paused: z.boolean(), perMinute: count, failing: count, dead: count })

async function countHandlers(req: OperationRequest): Promise<Map<string, Omit<z.infer<typeof handlerSchema>, 'handler'>>> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    text: `with rate as (
             select "handler", count(*)::numeric / ${rateMinutes} as n from "event_receipts"
             where "created_at" > now() - interval '${rateMinutes} minutes' group by 1
           ), failed as (
             select "handler", count(*) filter (where "state" in ('failing', 'retrying')) as failing, count(*) filter (where "state" = 'dead') as dead
             from "event_failures" where "state" in ('failing', 'retrying', 'dead') group by 1
           ), paused as (select "handler" from "event_handlers" where "paused")
           select "handler", "handler" in (select "handler" from paused) as paused, coalesce(rate.n, 0) as "perMinute",
                  coalesce(failed.failing, 0) as failing, coalesce(failed.dead, 0) as dead
           from (select "handler" from rate union select "handler" from failed union select "handler" from paused) h
             left join rate using ("handler") left join failed using ("handler")`,
  })
  return new Map(
    z
      .array(handlerSchema)
      .parse(rows)
      .map(({ handler, ...numbers }) => [handler, numbers]),
  )
}

async function readDead(req: OperationRequest): Promise<DeadDelivery[]> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    text: `select f."id", f."handler", f."event", e."name", e."key", e."data", f."attempts", f."error", f."updated_at" as at
           from "event_failures" f left join "events" e on e."id"::text = f."event"
           where f."state" = 'dead' order by f."updated_at" desc limit ${shownDead}`,
  })
  return z.array(deadSchema).parse(rows)
}
