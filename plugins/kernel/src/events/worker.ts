import { Logger, run, runMigrations, runOnce, type TaskList } from 'graphile-worker'
import type { BasePayload } from 'payload'
import type { Pool } from 'pg'
import { z } from 'zod'
import { registriesOf } from '../registries.ts'
import { poolOf } from '../sql.ts'
import { deliverEvent, deliveryTask } from './delivery.ts'
import { recordFailure, resolveFailure } from './failures.ts'

const deliverySchema = z.object({ event: z.string(), handler: z.string() })

/** Creates or upgrades the queue's own tables (schema `graphile_worker`). Part of migrating. */
export async function migrateQueue({ pool }: { pool: Pool }): Promise<void> {
  surviveLostConnections(pool)
  await runMigrations({ pgPool: pool, logger: quietLogger })
}

export type RunningWorker = {
  /** Takes no new job, lets the running ones finish, then returns. */
  stop: () => Promise<void>
  /** Settles when the worker has ended, whatever the reason. */
  ended: Promise<void>
}

/** Starts a worker in this process. Any number of workers on any number of machines may share the queue. */
export async function startWorker({
  payload,
  concurrency = 4,
}: {
  payload: BasePayload
  concurrency?: number
}): Promise<RunningWorker> {
  const pool = poolOf({ payload })
  surviveLostConnections(pool)
  const runner = await run({
    pgPool: pool,
    concurrency,
    // Signals belong to the process that owns the worker: it stops more than the queue.
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new Logger((scope) => (level, message) => {
      if (level === 'error' || level === 'warning') payload.logger.error({ msg: message, ...scope })
    }),
    taskList: taskListOf(payload),
  })
  return { stop: () => runner.stop(), ended: runner.promise }
}

/** Does all work that is due, in this process, and returns when none is left. For commands and tests. */
export async function drainQueue({ payload }: { payload: BasePayload }): Promise<void> {
  const pool = poolOf({ payload })
  surviveLostConnections(pool)
  await runOnce({ pgPool: pool, taskList: taskListOf(payload), noHandleSignals: true, logger: quietLogger })
}

/** The queue's task list: one task that delivers events, and one for each job that a plugin contributed. */
function taskListOf(payload: BasePayload): TaskList {
  const tasks: TaskList = {
    [deliveryTask]: async (input, helpers) => {
      const delivery = deliverySchema.parse(input)
      try {
        await deliverEvent({ req: { payload }, ...delivery })
      } catch (error) {
        await recordFailure({ req: { payload }, ...delivery, attempt: helpers.job.attempts, error })
        throw error
      }
      await resolveFailure({ req: { payload }, ...delivery })
    },
  }
  for (const job of registriesOf(payload).jobs.values()) {
    tasks[job.name] = (input) => job.run({ req: { payload }, payload: input })
  }
  return tasks
}

/** An idle connection that breaks is replaced at its next use; without a listener its error would end the process. */
function surviveLostConnections(pool: Pool): void {
  if (pool.listenerCount('error') > 0) return
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
}

const quietLogger = new Logger(() => () => {})
