import { randomUUID } from 'node:crypto'
import { startTestCms, type TestCms } from '@lectern/cms/testing'
import {
  defaultPolicy,
  deliverEvent,
  emit,
  inTransaction,
  OperationError,
  registriesOf,
  retryFailure,
  transition,
} from '@lectern/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let cms: TestCms
const effects: string[] = []
let broken = false

beforeAll(async () => {
  cms = await startTestCms()
  registriesOf(cms.payload).eventHandlers.push({
    code: 'test.remember',
    event: 'user.registered@1',
    plugin: 'test',
    policy: defaultPolicy,
    handle: async ({ event }) => {
      if (broken) throw new Error('The outside world is down.')
      effects.push(event.id)
    },
  })
})
afterAll(() => cms.stop())

const req = () => ({ payload: cms.payload })
const count = (collection: 'events' | 'event-receipts' | 'event-failures') =>
  cms.payload.count({ collection, overrideAccess: true }).then(({ totalDocs }) => totalDocs)

async function register(): Promise<string> {
  const user = randomUUID()
  const id = await inTransaction(req(), (inner) => emit({ req: inner, name: 'user.registered@1', key: user, data: { user } }))
  if (!id) throw new Error('The event was not stored.')
  return id
}

describe('emitting', () => {
  it('needs a transaction', async () => {
    const user = randomUUID()
    await expect(emit({ req: req(), name: 'user.registered@1', key: user, data: { user } })).rejects.toThrow(
      'inside a transaction',
    )
  })

  it('leaves neither event nor job behind when the transaction fails', async () => {
    const before = await count('events')
    const failing = inTransaction(req(), async (inner) => {
      const user = randomUUID()
      await emit({ req: inner, name: 'user.registered@1', key: user, data: { user } })
      throw new Error('Changed my mind.')
    })
    await expect(failing).rejects.toThrow('Changed my mind.')
    const jobs = await cms.payload.db.pool.query('select count(*)::int as jobs from graphile_worker.jobs')
    expect([await count('events'), jobs.rows[0]]).toEqual([before, { jobs: 0 }])
  })

  it('stores the same fact once', async () => {
    const user = randomUUID()
    const twice = () =>
      inTransaction(req(), (inner) => emit({ req: inner, name: 'user.registered@1', key: user, data: { user } }))
    const ids = [await twice(), await twice()]
    expect(ids).toEqual([expect.any(String), null])
  })
})

describe('delivering', () => {
  it('has its effect once, however often and from however many sides it is delivered', async () => {
    const event = await register()
    await cms.runJobs()
    await Promise.all(Array.from({ length: 10 }, () => deliverEvent({ req: req(), event, handler: 'test.remember' })))
    expect(effects.filter((id) => id === event)).toHaveLength(1)
  })

  it('shows a failing delivery with its error, and a retry gives a dead one another round', async () => {
    broken = true
    const event = await register()
    await cms.runJobs()
    const find = async () =>
      (
        await cms.payload.find({
          collection: 'event-failures',
          where: { event: { equals: event } },
          overrideAccess: true,
          depth: 0,
        })
      ).docs[0]
    const failing = await find()
    await transition({ req: req(), table: 'event_failures', id: String(failing?.id), from: ['failing'], to: 'dead' })
    broken = false
    const retries = await Promise.allSettled(
      Array.from({ length: 5 }, () => retryFailure({ req: req(), id: String(failing?.id) })),
    )
    await cms.runJobs()
    expect({
      failing: [failing?.state, failing?.attempts, String(failing?.error).includes('The outside world is down.')],
      winners: retries.filter(({ status }) => status === 'fulfilled').length,
      state: (await find())?.state,
      effects: effects.filter((id) => id === event).length,
    }).toEqual({ failing: ['failing', 1, true], winners: 1, state: 'resolved', effects: 1 })
  })

  it('refuses to retry what is not dead', async () => {
    await expect(retryFailure({ req: req(), id: randomUUID() })).rejects.toThrow(OperationError)
  })
})

describe('a transition', () => {
  it('has exactly one winner among twenty', async () => {
    broken = true
    const event = await register()
    await cms.runJobs()
    broken = false
    const { docs } = await cms.payload.find({
      collection: 'event-failures',
      where: { event: { equals: event } },
      overrideAccess: true,
      depth: 0,
    })
    const id = String(docs[0]?.id)
    const winners = await Promise.all(
      Array.from({ length: 20 }, () => transition({ req: req(), table: 'event_failures', id, from: ['failing'], to: 'dead' })),
    )
    expect(winners.filter(Boolean)).toEqual([id])
  })
})
