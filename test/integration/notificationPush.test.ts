import { createECDH, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { newId } from '@lectern/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addReplyKind, deliveriesOf, reply } from '../support/notifications.ts'
import { rowsOf } from '../support/takeTest.ts'

let cms: TestCms
let service: Server
let origin = ''
const received: { path: string; headers: IncomingMessage['headers']; bytes: number }[] = []
/** What the push service answers for a path; 201 where nothing is said. */
const answers = new Map<string, number>()

beforeAll(async () => {
  service = createServer(async (request, response) => {
    let bytes = 0
    for await (const chunk of request) bytes += chunk.length
    const path = request.url ?? ''
    received.push({ path, headers: request.headers, bytes })
    response.writeHead(answers.get(path) ?? 201).end()
  })
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}` // a TCP server's address is an AddressInfo
  cms = await startTestCms()
  addReplyKind({ cms, defaults: { 'in-app': 'now', 'web-push': 'now' } })
})
afterAll(async () => {
  await cms.stop()
  service.close()
})

/** Keys as a browser makes them. */
function browserKeys() {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  return { p256dh: pair.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') }
}

/** A browser that is subscribed at the stand-in, which is no service that a browser could name. */
async function subscribed({ path, answer = 201 }: { path: string; answer?: number }): Promise<TestUser> {
  const user = await cms.createUser({ roles: ['learner'] })
  await addBrowser({ user, path, answer })
  return user
}

async function addBrowser({ user, path, answer = 201 }: { user: TestUser; path: string; answer?: number }): Promise<void> {
  answers.set(path, answer)
  const { p256dh, auth } = browserKeys()
  await rowsOf({
    cms,
    text: `insert into "push_subscriptions" ("id", "learner_id", "endpoint", "p256dh", "auth") values ($1, $2, $3, $4, $5)`,
    values: [newId(), user.id, `${origin}${path}`, p256dh, auth],
  })
}

const browsersOf = async (user: TestUser) =>
  (await rowsOf({ cms, text: `select "endpoint" from "push_subscriptions" where "learner_id" = $1`, values: [user.id] })).length
const stateOf = async (user: TestUser) => (await deliveriesOf({ cms, user })).map(({ state }) => state)

describe('a push message', () => {
  it('is encrypted and signed, with a topic that stays the same', async () => {
    const user = await subscribed({ path: '/one' })
    await reply({ cms, to: [user] })
    await cms.runJobs()
    const [push, ...others] = received.filter(({ path }) => path === '/one')
    expect({
      others: others.length,
      encoding: push?.headers['content-encoding'],
      authorization: push?.headers.authorization,
      topic: push?.headers.topic,
      states: await stateOf(user),
    }).toEqual({
      others: 0,
      encoding: 'aes128gcm',
      authorization: expect.stringMatching(/^vapid t=.+, k=.+/),
      topic: expect.stringMatching(/^[0-9a-f]{32}$/),
      states: ['sent'],
    })
  })

  it.each([410, 404])('forgets a browser whose subscription is gone (%i), and reaches the others', async (gone) => {
    const user = await subscribed({ path: `/gone-${gone}`, answer: gone })
    await addBrowser({ user, path: `/alive-${gone}` })
    await reply({ cms, to: [user] })
    await cms.runJobs()
    expect([await browsersOf(user), await stateOf(user)]).toEqual([1, ['sent']])
  })

  it('is tried again when the service is busy, and skipped where there is no browser', async () => {
    const [busy, without] = [await subscribed({ path: '/busy', answer: 503 }), await cms.createUser({ roles: ['learner'] })]
    await reply({ cms, to: [busy, without] })
    await cms.runJobs()
    expect([await stateOf(busy), await stateOf(without)]).toEqual([['waiting'], ['skipped']])
  })
})

describe('subscribing', () => {
  const post = (user: TestUser, path: string, body: unknown) =>
    cms.learn({ method: 'POST', path: `/notifications/push${path}`, body, user })

  it('keeps a browser of a known push service, for the one who is signed in there now', async () => {
    const [first, second] = [await cms.createUser({ roles: ['learner'] }), await cms.createUser({ roles: ['learner'] })]
    const subscription = { endpoint: 'https://fcm.googleapis.com/fcm/send/a-browser', keys: browserKeys() }
    const kept = [await post(first, '', subscription), await post(second, '', subscription)]
    await post(first, '/forget', { endpoint: subscription.endpoint })
    const both = [await browsersOf(first), await browsersOf(second)]
    await post(second, '/forget', { endpoint: subscription.endpoint })
    expect([kept.map(({ status }) => status), both, await browsersOf(second)]).toEqual([[200, 200], [0, 1], 0])
  })

  it.each([
    'http://127.0.0.1:5432/',
    'https://127.0.0.1/',
    'https://metadata.internal/',
    'https://fcm.googleapis.com.evil.example/x',
    'http://fcm.googleapis.com/x',
  ])('sends to no other server: %s', async (endpoint) => {
    const user = await cms.createUser({ roles: ['learner'] })
    const { status, json } = await post(user, '', { endpoint, keys: browserKeys() })
    expect([status, json.error]).toMatchObject([400, { code: 'PUSH_SERVICE_UNKNOWN' }])
  })

  it('has one key for all, however many ask first', async () => {
    const calls = Array.from({ length: 8 }, () => cms.learn({ method: 'GET', path: '/notifications/push-key' }))
    const keys = (await Promise.all(calls)).map(({ json }) => json.key)
    expect(new Set(keys)).toEqual(new Set([expect.stringMatching(/^[\w-]{80,}$/)]))
  })
})
