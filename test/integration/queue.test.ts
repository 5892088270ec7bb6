import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { countReplay, pauseHandler, pruneLog, readQueue, resumeHandler, startReplay } from '@lectern/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installHandler, registerMany } from '../support/eventHandlers.ts'
import { rowsOf } from '../support/takeTest.ts'

let cms: TestCms
let admin: TestUser
let broken = false
const handled: string[] = []

beforeAll(async () => {
  cms = await startTestCms()
  admin = await cms.createUser({ roles: ['admin'] })
  installHandler({
    cms,
    code: 'test.watched',
    policy: { retry: { attempts: 1, firstSeconds: 1, factor: 1, longestSeconds: 1 } },
    handle: async ({ event }) => {
      if (broken) throw new Error('The outside world is down.')
      handled.push(event.user)
    },
  })
})
afterAll(() => cms.stop())

const req = () => ({ payload: cms.payload })
const rows = (text: string, values: unknown[] = []) => rowsOf({ cms, text, values })
const range = { handler: 'test.watched', from: null, to: null, key: null }

async function killed(): Promise<string> {
  broken = true
  const [user = ''] = await registerMany({ cms, count: 1 })
  await cms.runJobs()
  broken = false
  return user
}

describe('the state of the queue', () => {
  it('counts what waits, what was done lately and what was given up, per handler', async () => {
    const dead = await killed()
    await registerMany({ cms, count: 3 })
    await cms.runJobs()
    await pauseHandler({ req: req(), handler: 'test.watched' })
    await registerMany({ cms, count: 2 })
    const { tasks, dead: letters } = await readQueue({ req: req() })
    await resumeHandler({ req: req(), handler: 'test.watched' })
    await cms.runJobs()
    const watched = tasks.find(({ handler }) => handler?.code === 'test.watched')
    expect(watched).toMatchObject({
      waiting: 0,
      held: 2,
      running: 0,
      handler: { event: 'user.registered@1', paused: true, dead: 1 },
    })
    expect(watched?.handler?.perMinute).toBeCloseTo(3 / 5)
    expect(letters.find(({ key }) => key === dead)).toMatchObject({
      handler: 'test.watched',
      name: 'user.registered@1',
      data: { user: dead },
      attempts: 1,
      error: expect.stringContaining('The outside world is down.'),
    })
  })

  it('has a line for every installed handler and job, be there work or not', async () => {
    const names = (await readQueue({ req: req() })).tasks.map(({ task }) => task)
    expect(names).toEqual(
      expect.arrayContaining(['deliver learning.record-test-result', 'grading.close-expired', 'kernel.prune']),
    )
  })
})

describe('a job that was given up', () => {
  it('is not counted as waiting, and gets another round when someone asks for it', async () => {
    await rows(`select graphile_worker.add_job('kernel.prune', '{}', run_at := now() + interval '1 day')`)
    await rows(
      `update graphile_worker._private_jobs j set "attempts" = "max_attempts", "last_error" = 'No room.', "run_at" = now()
       from graphile_worker._private_tasks t where t."id" = j."task_id" and t."identifier" = 'kernel.prune'`,
    )
    const prune = async () => (await readQueue({ req: req() })).tasks.find(({ task }) => task === 'kernel.prune')
    const before = await prune()
    const response = await cms.rest({ method: 'POST', path: '/queue/jobs/kernel.prune/retry', body: {}, user: admin })
    const answer = await response.json()
    await cms.runJobs()
    expect([before, answer, await prune()]).toEqual([
      expect.objectContaining({ waiting: 0, givenUp: 1, lastError: 'No room.' }),
      { jobs: 1 },
      expect.objectContaining({ waiting: 0, givenUp: 0 }),
    ])
  })
})

describe('over REST', () => {
  const calls = [
    ['GET', '/queue', undefined],
    ['POST', '/queue/handlers/test.watched/pause', range],
    ['POST', '/queue/handlers/test.watched/resume', range],
    ['POST', '/queue/replay/count', range],
    ['POST', '/queue/jobs/kernel.prune/retry', range],
    ['POST', '/queue/replay', range],
    ['POST', '/queue/failures/00000000-0000-0000-0000-000000000000/retry', range],
    ['POST', '/queue/failures/00000000-0000-0000-0000-000000000000/discard', range],
  ] as const

  it.each(calls)('%s %s is closed to everyone but administrators', async (method, path, body) => {
    const others = await Promise.all(
      (['learner', 'editor', 'moderator'] as const).map((role) => cms.createUser({ roles: [role] })),
    )
    const answers = await Promise.all(
      [undefined, ...others].map((user) => cms.rest({ method, path, body, ...(user ? { user } : {}) })),
    )
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  })

  it('pauses, resumes, counts, replays, retries and discards for an administrator, and writes it down', async () => {
    const [first, second] = [await killed(), await killed()]
    const { dead } = await (await cms.rest({ method: 'GET', path: '/queue', user: admin })).json()
    const idOf = (key: string) => dead.find((letter: { key: string }) => letter.key === key).id
    const asked = [
      '/queue/handlers/test.watched/pause',
      '/queue/handlers/test.watched/resume',
      '/queue/replay/count',
      '/queue/replay',
      `/queue/failures/${idOf(first)}/retry`,
      `/queue/failures/${idOf(second)}/discard`,
      `/queue/failures/${idOf(second)}/discard`,
    ]
    const statuses: number[] = []
    for (const path of asked) statuses.push((await cms.rest({ method: 'POST', path, body: range, user: admin })).status)
    const actions = await rows(
      `select "action" from "queue_actions" where "actor_id" = $1 and "handler" = 'test.watched' order by "id"`,
      [admin.id],
    )
    expect([statuses, actions.map(({ action }) => action)]).toEqual([
      [200, 200, 200, 200, 200, 200, 409],
      ['pause', 'resume', 'replay', 'retry', 'discard'],
    ])
    await cms.runJobs()
  })

  it.each([{}, { ...range, from: 'yesterday' }, { ...range, key: '' }, 'nonsense'])('refuses the range %j', async (body) => {
    const response = await cms.rest({ method: 'POST', path: '/queue/replay', body, user: admin })
    expect([response.status, (await response.json()).error.code]).toEqual([400, 'INVALID_INPUT'])
  })

  it('refuses a handler that nobody has', async () => {
    const body = { ...range, handler: 'test.nobody' }
    expect((await cms.rest({ method: 'POST', path: '/queue/replay/count', body, user: admin })).status).toBe(404)
  })
})

describe('a replay', () => {
  it('delivers exactly the events that the handler has not had, however often it is started', async () => {
    const users = await registerMany({ cms, count: 1001 })
    await rows(`delete from graphile_worker._private_jobs`)
    const own = { ...range, from: await timeOf(users[0]) }
    const before = await countReplay({ req: req(), range: own })
    await Promise.all([1, 2].map(() => startReplay({ req: req(), range: own })))
    await cms.runJobs()
    const effects = handled.filter((user) => users.includes(user))
    expect([before, effects.length, new Set(effects).size, await countReplay({ req: req(), range: own })]).toEqual([
      { events: 1001, delivered: 0 },
      1001,
      1001,
      { events: 1001, delivered: 1001 },
    ])
  })

  it('takes a time and a key', async () => {
    const [early = ''] = await registerMany({ cms, count: 1 })
    const [late = ''] = await registerMany({ cms, count: 1 })
    await rows(`update "events" set "occurred_at" = "occurred_at" - interval '1 minute' where "key" = $1`, [early])
    await rows(`delete from graphile_worker._private_jobs`)
    await startReplay({ req: req(), range: { ...range, key: early } })
    await cms.runJobs()
    const middle = await timeOf(late)
    const counts = await Promise.all([
      countReplay({ req: req(), range: { ...range, from: middle } }),
      countReplay({ req: req(), range: { ...range, to: middle, key: early } }),
    ])
    expect([handled.includes(early), handled.includes(late), ...counts]).toEqual([
      true,
      false,
      { events: 1, delivered: 0 },
      { events: 1, delivered: 1 },
    ])
  })
})

describe('pruning', () => {
  const age = (key: string, days: number) =>
    rows(`update "events" set "occurred_at" = now() - make_interval(days => $2) where "key" = $1`, [key, days])
  const ageReceipts = (days: number) =>
    rows(`update "event_receipts" set "created_at" = now() - make_interval(days => $1)`, [days])

  it('removes old events with their receipts, and keeps what still waits or has failed', async () => {
    const dead = await killed()
    const [done = '', young = ''] = await registerMany({ cms, count: 2 })
    await cms.runJobs()
    const [waiting = ''] = await registerMany({ cms, count: 1 })
    const receiptOf = await rows(`select "id" from "events" where "key" = $1`, [done])
    for (const key of [dead, done, waiting]) await age(key, 40)
    await ageReceipts(40)
    await pruneLog({ req: req(), retention: { events: 30, failures: 90 } })
    const left = await rows(`select "key" from "events" where "key" = any($1)`, [[dead, done, young, waiting]])
    const receipts = await rows(`select 1 from "event_receipts" where "event" = $1`, [receiptOf[0]?.id])
    expect([new Set(left.map(({ key }) => key)), receipts]).toEqual([new Set([dead, young, waiting]), []])
    await cms.runJobs()
  })

  it('keeps the receipts of every event that is still there, however old they are', async () => {
    const [user = ''] = await registerMany({ cms, count: 1 })
    await cms.runJobs()
    await ageReceipts(400)
    await pruneLog({ req: req(), retention: { events: 30, failures: 90 } })
    expect(await countReplay({ req: req(), range: { ...range, key: user } })).toEqual({ events: 1, delivered: 1 })
  })

  it('removes nothing of the log unless told after how many days', async () => {
    const [user = ''] = await registerMany({ cms, count: 1 })
    await cms.runJobs()
    await age(user, 4000)
    expect(await pruneLog({ req: req(), retention: { events: null, failures: 90 } })).toMatchObject({ events: 0, receipts: 0 })
  })
})

/** When the event of a registration occurred, to the microsecond. */
async function timeOf(user: string | undefined): Promise<string> {
  const [row] = await rows(
    `select to_char("occurred_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from "events" where "key" = $1`,
    [user],
  )
  return String(row?.at)
}
