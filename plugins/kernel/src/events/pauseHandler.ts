import { OperationError } from '../errors.ts'
import { newId } from '../ids.ts'
import { registriesOf } from '../registries.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { inTransaction } from '../transaction.ts'
import { deliveryTask } from './deliveryJobs.ts'
import { recordQueueAction } from './queueActions.ts'

type Wish = { req: OperationRequest; handler: string; actor?: string }

/**
 * Stops the deliveries of a handler in every worker: those that wait go on waiting, new ones wait too, and what runs just
 * now ends. Pausing what is paused changes nothing. Throws NOT_FOUND when no plugin has the handler.
 */
export async function pauseHandler({ req, handler, actor }: Wish): Promise<void> {
  await inTransaction(req, async () => {
    if (!(await setPaused({ req, handler, paused: true }))) return
    const sql = await sqlOf(req)
    await sql.rows({
      text: `select count(*) from graphile_worker.reschedule_jobs(
               array(select "id" from graphile_worker.jobs where "task_identifier" = $1 and "locked_at" is null),
               run_at := 'infinity')`,
      values: [deliveryTask(handler)],
    })
    await recordQueueAction({ req, actor, action: 'pause', handler, details: {} })
  })
}

/** Lets the deliveries of a handler go on, those first that have waited longest. Throws NOT_FOUND. */
export async function resumeHandler({ req, handler, actor }: Wish): Promise<void> {
  await inTransaction(req, async () => {
    if (!(await setPaused({ req, handler, paused: false }))) return
    await wakeDeliveries({ req, handler })
    await recordQueueAction({ req, actor, action: 'resume', handler, details: {} })
  })
}

/** Gives deliveries that wait for ever a time again: the time at which they came. */
export async function wakeDeliveries({ req, handler }: { req: OperationRequest; handler: string }): Promise<void> {
  const sql = await sqlOf(req)
  await sql.rows({
    text: `update graphile_worker._private_jobs j set "run_at" = least(j."created_at", now())
           from graphile_worker._private_tasks t
           where t."id" = j."task_id" and t."identifier" = $1 and j."run_at" = 'infinity'`,
    values: [deliveryTask(handler)],
  })
  await sql.rows({ text: `select pg_notify('jobs:insert', '{"count":100}')` })
}

/** Answers whether it was otherwise before. */
async function setPaused({
  req,
  handler,
  paused,
}: {
  req: OperationRequest
  handler: string
  paused: boolean
}): Promise<boolean> {
  if (!registriesOf(req.payload).eventHandlers.some(({ code }) => code === handler))
    throw new OperationError({ code: 'NOT_FOUND', status: 404, message: 'No installed plugin has this handler.' })
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    text: `insert into "event_handlers" as h ("id", "handler", "paused")
           select $1::uuid, $2::text, $3::boolean where $3 or exists (select 1 from "event_handlers" where "handler" = $2)
           on conflict ("handler") do update set "paused" = excluded."paused", "updated_at" = now() where h."paused" <> excluded."paused"
           returning "id"`,
    values: [newId(), handler, paused],
  })
  return rows.length > 0
}
