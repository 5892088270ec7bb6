import { registriesOf } from '../registries.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { inTransaction } from '../transaction.ts'
import { handlerOfTask, maxHandOuts } from './deliveryJobs.ts'
import { recordFailure } from './failures.ts'
import { wakeDeliveries } from './pauseHandler.ts'

/** SQL of the lock that a living worker holds as long as its connection lasts; `pool` is SQL for the worker's name. */
export function presenceLock(pool: string): string {
  return `hashtextextended('lectern.worker ' || ${pool}, 0)`
}

/** A worker is given so long after taking a job to show that it lives. */
const graceSeconds = 10

/**
 * Mends what a queue of many processes can be left in. Each worker does it now and then; of several at once one does.
 *
 * - Jobs of workers that died are free again: PostgreSQL drops a dead process's presence lock, whatever the clocks say.
 * - Jobs that were added while the clock was ahead of now get the time they would have had.
 * - Deliveries added while their handler was being resumed do not wait for ever.
 * - A delivery that took its worker down each time it was handed out is given up, with a row that people see.
 */
export async function sweepQueue({ req }: { req: OperationRequest }): Promise<{ freedWorkers: string[] }> {
  return inTransaction({ payload: req.payload }, async (inner) => {
    const sql = await sqlOf(inner)
    const mine = await sql.rows<{ got: boolean }>({
      text: `select pg_try_advisory_xact_lock(hashtextextended('lectern.sweep', 0)) as got`,
    })
    if (!mine[0]?.got) return { freedWorkers: [] }
    const freedWorkers = await freeDeadWorkers(inner)
    await mendTimes(inner)
    for (const handler of await resumedWithWaiting(inner)) await wakeDeliveries({ req: inner, handler })
    await giveUpDeadly(inner)
    return { freedWorkers }
  })
}

async function freeDeadWorkers(req: OperationRequest): Promise<string[]> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ worker: string }>({
    text: `with holding as (
             select "locked_by" as worker, max("locked_at") as since from graphile_worker._private_jobs where "locked_by" is not null group by 1
             union all
             select "locked_by", max("locked_at") from graphile_worker._private_job_queues where "locked_by" is not null group by 1
           ), old as materialized (
             select distinct worker from holding where since < now() - interval '${graceSeconds} seconds'
           )
           select worker from old where pg_try_advisory_xact_lock(${presenceLock('worker')})`,
  })
  const dead = rows.map(({ worker }) => worker)
  if (dead.length > 0) await sql.rows({ text: `select graphile_worker.force_unlock_workers($1)`, values: [dead] })
  return dead
}

async function mendTimes(req: OperationRequest): Promise<void> {
  const sql = await sqlOf(req)
  await sql.rows({
    text: `update graphile_worker._private_jobs
           set "run_at" = "run_at" - ("created_at" - now()), "created_at" = now()
           where "created_at" > now() + interval '1 minute' and "locked_at" is null`,
  })
}

async function resumedWithWaiting(req: OperationRequest): Promise<string[]> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ task: string }>({
    text: `select t."identifier" as task from graphile_worker._private_tasks t
           where t."id" in (select j."task_id" from graphile_worker._private_jobs j where j."run_at" = 'infinity')`,
  })
  const waiting = rows.flatMap(({ task }) => handlerOfTask(task) ?? [])
  const paused = await sql.rows<{ handler: string }>({ text: `select "handler" from "event_handlers" where "paused"` })
  const held = new Set(paused.map(({ handler }) => handler))
  return waiting.filter((handler) => !held.has(handler))
}

async function giveUpDeadly(req: OperationRequest): Promise<void> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ event: string; handler: string; lane: string | null }>({
    text: `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
           where t."id" = j."task_id" and t."identifier" like 'deliver %' and j."attempts" >= ${maxHandOuts} and j."locked_at" is null
           returning j."payload" ->> 'event' as event, j."payload" ->> 'handler' as handler, j."payload" ->> 'lane' as lane`,
  })
  const known = new Set(registriesOf(req.payload).eventHandlers.map(({ code }) => code))
  for (const { event, handler, lane } of rows.filter(({ handler }) => known.has(handler))) {
    await recordFailure({
      req,
      delivery: { event, handler, lane, attempt: maxHandOuts },
      retry: { attempts: 1, firstSeconds: 1, factor: 1, longestSeconds: 1 },
      error: new Error(`Handed out ${maxHandOuts} times, and each time the worker ended before it did.`),
    })
  }
}
