import { EventEmitter } from 'node:events'
import {
  Logger,
  type ParsedCronItem,
  parseCronItems,
  run,
  runMigrations,
  runOnce,
  type Task,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import type { BasePayload } from 'payload'
import type { Pool } from 'pg'
import { registriesOf } from '../registries.ts'
import { poolOf } from '../sql.ts'
import { deliveryTask } from './deliveryJobs.ts'
import { createHandlerLimits, type HandlerLimits } from './handlerLimits.ts'
import { type Presence, showPresence } from './presence.ts'
import { runDelivery } from './runDelivery.ts'
import { sweepQueue } from './sweepQueue.ts'

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

/** Milliseconds between two sweeps of a worker. */
const sweepEveryMs = 10_000

/** Starts a worker in this process. Any number of workers on any number of machines may share the queue. */
export async function startWorker({
  payload,
  concurrency = 10,
}: {
  payload: BasePayload
  concurrency?: number
}): Promise<RunningWorker> {
  const pool = poolOf({ payload })
  surviveLostConnections(pool)
  const limits = createHandlerLimits()
  const presences = new Set<Presence>()
  const runner = await run({
    pgPool: pool,
    concurrency,
    // Signals belong to the process that owns the worker: it stops more than the queue.
    noHandleSignals: true,
    pollInterval: 1000,
    forbiddenFlags: limits.full,
    events: withPresence({ pool, presences }),
    logger: new Logger((scope) => (level, message) => {
      if (level === 'error' || level === 'warning') payload.logger.error({ msg: message, ...scope })
    }),
    taskList: taskListOf({ payload, limits }),
    parsedCronItems: scheduleOf(payload),
  })
  const sweeping = setInterval(() => {
    sweepQueue({ req: { payload } }).catch((error) => payload.logger.error({ msg: 'The queue could not be swept.', err: error }))
  }, sweepEveryMs)
  const end = async () => {
    clearInterval(sweeping)
    await Promise.all([...presences].map((presence) => presence.end()))
  }
  return { stop: () => runner.stop(), ended: runner.promise.finally(end) }
}

/** Does all work that is due, in this process, and returns when none is left. For commands and tests. */
export async function drainQueue({ payload }: { payload: BasePayload }): Promise<void> {
  const pool = poolOf({ payload })
  surviveLostConnections(pool)
  const limits = createHandlerLimits()
  const presences = new Set<Presence>()
  try {
    await runOnce({
      pgPool: pool,
      taskList: taskListOf({ payload, limits }),
      forbiddenFlags: limits.full,
      events: withPresence({ pool, presences }),
      noHandleSignals: true,
      logger: quietLogger,
    })
  } finally {
    await Promise.all([...presences].map((presence) => presence.end()))
  }
}

/** The name under which a worker locks its jobs is known once the queue has made it. */
function withPresence({ pool, presences }: { pool: Pool; presences: Set<Presence> }): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => presences.add(showPresence({ pool, worker: workerPool.id })))
  return events
}

/** The queue's task list: one task for each event handler, and one for each job that a plugin contributed. */
function taskListOf({ payload, limits }: { payload: BasePayload; limits: HandlerLimits }): TaskList {
  const deliver: Task = (input) => runDelivery({ req: { payload }, input, limits })
  // Workers of an older version add deliveries that name their handler in the payload alone.
  const tasks: TaskList = { 'deliver-event': deliver }
  for (const { code } of registriesOf(payload).eventHandlers) tasks[deliveryTask(code)] = deliver
  for (const job of registriesOf(payload).jobs.values()) {
    tasks[job.name] = (input) => job.run({ req: { payload }, payload: input })
  }
  return tasks
}

/** Jobs with a schedule. What was missed while no worker ran is not made up for. */
function scheduleOf(payload: BasePayload): ParsedCronItem[] {
  return parseCronItems(
    [...registriesOf(payload).jobs.values()].flatMap(({ name, schedule }) => (schedule ? [{ task: name, match: schedule }] : [])),
  )
}

/** An idle connection that breaks is replaced at its next use; without a listener its error would end the process. */
function surviveLostConnections(pool: Pool): void {
  if (pool.listenerCount('error') > 0) return
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
}

const quietLogger = new Logger(() => () => {})
