import { setTimeout as pause } from 'node:timers/promises'
import { startTestCms, type TestCms } from '@lectern/cms/testing'
import {
  discardFailure,
  type OperationRequest,
  pauseHandler,
  poolOf,
  resumeHandler,
  retryFailure,
  sqlOf,
  startWorker,
  sweepQueue,
} from '@lectern/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installHandler, registerMany } from '../support/eventHandlers.ts'
import { rowsOf } from '../support/takeTest.ts'

let cms: TestCms
let broken = false
const quick: string[] = []
const turns: string[] = []
const atOnce = { now: 0, most: 0 }
const opened = Promise.withResolvers<void>()
const lateWrites: string[] = []

const note = async (req: OperationRequest, text: string) => {
  const sql = await sqlOf(req)
  await sql.rows({ text: `insert into "noted" values ($1)`, values: [text] })
}

beforeAll(async () => {
  cms = await startTestCms()
  await rowsOf({ cms, text: `create table "noted" ("text" text)`, values: [] })
  installHandler({ cms, code: 'test.quick', handle: async ({ event }) => void quick.push(event.user) })
  installHandler({
    cms,
    code: 'test.slow',
    policy: { concurrency: 2 },
    handle: async ({ req, event }) => {
      await opened.promise
      await note(req, `slow ${event.user}`)
    },
  })
  installHandler({
    cms,
    code: 'test.throwing',
    policy: { retry: { attempts: 1, firstSeconds: 1, factor: 1, longestSeconds: 1 } },
    handle: async () => {
      throw new Error('The outside world is down.')
    },
  })
  installHandler({
    cms,
    code: 'test.serial',
    policy: { serialBy: () => 'one', retry: { attempts: 2, firstSeconds: 60, factor: 1, longestSeconds: 60 } },
    handle: async ({ event }) => {
      if (broken) throw new Error('Not now.')
      atOnce.now += 1
      atOnce.most = Math.max(atOnce.most, atOnce.now)
      await pause(2)
      atOnce.now -= 1
      turns.push(event.user)
    },
  })
  installHandler({
    cms,
    code: 'test.endless',
    policy: { timeoutSeconds: 0.2, retry: { attempts: 1, firstSeconds: 1, factor: 1, longestSeconds: 1 } },
    handle: async ({ req, event, signal }) => {
      await note(req, `endless ${event.user}`)
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      await pause(50)
      await note(req, `too late ${event.user}`).catch((error: Error) => lateWrites.push(error.message))
    },
  })
})
afterAll(() => cms.stop())

const req = () => ({ payload: cms.payload })
const rows = (text: string, values: unknown[] = []) => rowsOf({ cms, text, values })

/** Asks until the answer is as wanted; the time limit of the test is the limit. */
async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await pause(5)
}

async function receipts(handler: string, users: string[]): Promise<number> {
  const found = await rows(
    `select count(*)::int as n from "event_receipts" r join "events" e on e."id"::text = r."event" where r."handler" = $1 and e."key" = any($2)`,
    [handler, users],
  )
  return Number(found[0]?.n)
}

const failuresOf = (handler: string, users: string[]) =>
  rows(
    `select f."id", f."state", f."attempts", f."error" from "event_failures" f join "events" e on e."id"::text = f."event"
     where f."handler" = $1 and e."key" = any($2)`,
    [handler, users],
  )

const waiting = (handler: string) =>
  rows(
    `select "run_at" = 'infinity' as held, "attempts" from graphile_worker.jobs where "task_identifier" = $1 and "locked_at" is null order by "id"`,
    [`deliver ${handler}`],
  )

describe('a handler that does not end and one that throws', () => {
  it('hold back no other handler', async () => {
    const worker = await startWorker({ payload: cms.payload, concurrency: 4 })
    const users = await registerMany({ cms, count: 40 })
    await until(async () => (await receipts('test.quick', users)) === 40)
    const meanwhile = await receipts('test.slow', users)
    opened.resolve()
    await until(async () => (await receipts('test.slow', users)) === 40)
    await worker.stop()
    const dead = await failuresOf('test.throwing', users)
    expect({ meanwhile, quick: new Set(quick).size, dead: dead.filter(({ state }) => state === 'dead').length }).toEqual({
      meanwhile: 0,
      quick: 40,
      dead: 40,
    })
  })
})

describe('deliveries that must stay in order', () => {
  it('are done one at a time and in order, by however many workers', async () => {
    turns.length = 0
    const workers = await Promise.all([1, 2].map(() => startWorker({ payload: cms.payload, concurrency: 4 })))
    const users = await registerMany({ cms, count: 20 })
    await until(() => turns.length === 20)
    await Promise.all(workers.map((worker) => worker.stop()))
    expect([atOnce.most, turns]).toEqual([1, users])
  })

  it('wait while an earlier one is to be tried again', async () => {
    turns.length = 0
    broken = true
    const [first = ''] = await registerMany({ cms, count: 1 })
    await cms.runJobs()
    broken = false
    const [second = ''] = await registerMany({ cms, count: 1 })
    await cms.runJobs()
    const held = [...turns]
    await rows(`update graphile_worker._private_jobs set "run_at" = now()`)
    await cms.runJobs()
    expect([held, turns]).toEqual([[], [first, second]])
  })

  it('go on when an earlier one is given up', async () => {
    turns.length = 0
    broken = true
    const [first = ''] = await registerMany({ cms, count: 1 })
    await cms.runJobs()
    await rows(`update graphile_worker._private_jobs set "run_at" = now()`)
    await cms.runJobs()
    broken = false
    const [second = ''] = await registerMany({ cms, count: 1 })
    await cms.runJobs()
    const [failure] = await failuresOf('test.serial', [first])
    expect([failure?.state, turns]).toEqual(['dead', [second]])
  })
})

describe('a delivery that takes too long', () => {
  it('is rolled back and recorded, and what it still wants to write is refused', async () => {
    const users = await registerMany({ cms, count: 1 })
    await cms.runJobs()
    await until(() => lateWrites.length > 0)
    const failures = await failuresOf('test.endless', users)
    expect({
      states: failures.map(({ state, error }) => [state, String(error).includes('did not end within 0.2 seconds')]),
      written: await rows(`select "text" from "noted" where "text" like $1`, [`%${users[0]}`]).then((found) =>
        found.filter(({ text }) => !String(text).startsWith('slow')),
      ),
      refused: String(lateWrites.at(-1)).includes('is not open any more'),
    }).toEqual({ states: [['dead', true]], written: [], refused: true })
  })
})

describe('a paused handler', () => {
  it('gets nothing until it is resumed, and loses nothing', async () => {
    const before = await registerMany({ cms, count: 3 })
    await pauseHandler({ req: req(), handler: 'test.quick' })
    const after = await registerMany({ cms, count: 3 })
    await cms.runJobs()
    const paused = await receipts('test.quick', [...before, ...after])
    const held = await waiting('test.quick')
    await resumeHandler({ req: req(), handler: 'test.quick' })
    await cms.runJobs()
    expect([paused, held.map((job) => job.held), await receipts('test.quick', [...before, ...after])]).toEqual([
      0,
      [true, true, true, true, true, true],
      6,
    ])
  })

  it('is paused for a delivery that was on its way, too', async () => {
    const users = await registerMany({ cms, count: 1 })
    await pauseHandler({ req: req(), handler: 'test.quick' })
    await rows(`update graphile_worker._private_jobs set "run_at" = now() where "run_at" = 'infinity'`)
    await cms.runJobs()
    const held = await waiting('test.quick')
    await resumeHandler({ req: req(), handler: 'test.quick' })
    await cms.runJobs()
    expect([held.map((job) => job.held), await receipts('test.quick', users)]).toEqual([[true], 1])
  })

  it('does not keep what came while it was being resumed', async () => {
    const users = await registerMany({ cms, count: 1 })
    await rows(`update graphile_worker._private_jobs set "run_at" = 'infinity' where "payload" ->> 'handler' = 'test.quick'`)
    await sweepQueue({ req: req() })
    await cms.runJobs()
    expect(await receipts('test.quick', users)).toBe(1)
  })

  it('writes down who paused and resumed it, once each', async () => {
    const { id } = await cms.createUser({ roles: ['admin'] })
    await Promise.all([1, 2, 3].map(() => pauseHandler({ req: req(), handler: 'test.quick', actor: id })))
    await Promise.all([1, 2, 3].map(() => resumeHandler({ req: req(), handler: 'test.quick', actor: id })))
    const actions = await rows(`select "action" from "queue_actions" where "actor_id" = $1 order by "id"`, [id])
    expect(actions.map(({ action }) => action)).toEqual(['pause', 'resume'])
  })

  it('must be one that is installed', async () => {
    await expect(pauseHandler({ req: req(), handler: 'test.nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('workers of two versions', () => {
  it('leave deliveries of a handler that they do not know to each other, unspent', async () => {
    await rows(
      `select graphile_worker.add_job('deliver newer.handler', json_build_object('event', gen_random_uuid(), 'handler', 'newer.handler'))`,
    )
    await cms.runJobs()
    expect(await waiting('newer.handler')).toEqual([{ held: false, attempts: 0 }])
  })

  it('leave an event of another version to each other', async () => {
    const [{ id } = {}] = await rows(
      `insert into "events" ("id", "name", "key", "data", "occurred_at") values (gen_random_uuid(), 'user.registered@2', 'x', '{}', now()) returning "id"`,
    )
    await rows(
      `select graphile_worker.add_job('deliver test.quick', json_build_object('event', $1::text, 'handler', 'test.quick'))`,
      [id],
    )
    await cms.runJobs()
    const jobs = await waiting('test.quick')
    await rows(`delete from graphile_worker._private_jobs where "payload" ->> 'event' = $1`, [id])
    expect([jobs.length, await rows(`select 1 from "event_failures" where "event" = $1`, [id])]).toEqual([1, []])
  })
})

describe('a sweep', () => {
  /** As a worker leaves a job that it was doing when it was killed. */
  const lockFor = async (worker: string, users: string[], since: string) =>
    rows(
      `update graphile_worker._private_jobs j set "locked_by" = $1, "locked_at" = now() - $3::interval, "attempts" = 1
       from "events" e where e."id"::text = j."payload" ->> 'event' and e."key" = any($2) and j."payload" ->> 'handler' = 'test.quick'`,
      [worker, users, since],
    )

  it('frees the jobs of a worker that died, and not those of one that lives', async () => {
    const users = await registerMany({ cms, count: 2 })
    const client = await poolOf(req()).connect()
    await client.query(`select pg_advisory_lock(hashtextextended('lectern.worker living', 0))`)
    await lockFor('killed', users.slice(0, 1), '11 seconds')
    await lockFor('living', users.slice(1), '11 seconds')
    const { freedWorkers } = await sweepQueue({ req: req() })
    client.release(true)
    await cms.runJobs()
    const done = [await receipts('test.quick', users.slice(0, 1)), await receipts('test.quick', users.slice(1))]
    expect([freedWorkers, done]).toEqual([['killed'], [1, 0]])
  })

  it('gives a job that was added while the clock was ahead the time that it would have had', async () => {
    const users = await registerMany({ cms, count: 1 })
    await rows(
      `update graphile_worker._private_jobs set "created_at" = now() + interval '3 hours', "run_at" = now() + interval '3 hours'
       where "payload" ->> 'handler' = 'test.quick' and "locked_at" is null`,
    )
    await cms.runJobs()
    const before = await receipts('test.quick', users)
    await sweepQueue({ req: req() })
    await cms.runJobs()
    expect([before, await receipts('test.quick', users)]).toEqual([0, 1])
  })

  it('gives up a delivery that takes its worker down whenever it is handed out', async () => {
    const users = await registerMany({ cms, count: 1 })
    await rows(
      `update graphile_worker._private_jobs set "attempts" = 25 where "payload" ->> 'handler' = 'test.quick' and "locked_at" is null`,
    )
    await sweepQueue({ req: req() })
    const [failure] = await failuresOf('test.quick', users)
    await retryFailure({ req: req(), id: String(failure?.id) })
    await cms.runJobs()
    expect([failure?.state, await receipts('test.quick', users)]).toEqual(['dead', 1])
  })
})

describe('a delivery that was given up', () => {
  it('can be discarded, by one of many who try', async () => {
    const users = await registerMany({ cms, count: 1 })
    await cms.runJobs()
    const [failure] = await failuresOf('test.throwing', users)
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => discardFailure({ req: req(), id: String(failure?.id) })))
    const after = await failuresOf('test.throwing', users)
    expect([tries.filter(({ status }) => status === 'fulfilled').length, after[0]?.state]).toEqual([1, 'discarded'])
  })
})
