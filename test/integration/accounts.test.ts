import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let cms: TestCms
let profileCookie = ''
beforeAll(async () => {
  cms = await startTestCms()
  profileCookie = await newcomer('profile@example.org')
})
afterAll(() => cms.stop())

const visitor = { email: 'Ada@Example.org', password: 'a long enough password', name: 'Ada', locale: 'en' }

it('registers a visitor, signs in, and keeps only one account for one address', async () => {
  const first = await cms.learn({ method: 'POST', path: '/auth/register', body: visitor })
  const second = await cms.learn({ method: 'POST', path: '/auth/register', body: visitor })
  expect([first.status, first.json, second.status, second.json.error]).toMatchObject([
    200,
    { email: 'ada@example.org', roles: ['learner'] },
    409,
    { code: 'EMAIL_TAKEN' },
  ])
})

it('makes one account out of ten registrations at once', async () => {
  const body = { ...visitor, email: 'twice@example.org' }
  const calls = await Promise.all(Array.from({ length: 10 }, () => cms.learn({ method: 'POST', path: '/auth/register', body })))
  const statuses = calls.map(({ status }) => status).sort()
  expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
})

it('does not let a visitor choose roles', async () => {
  const { status, json } = await cms.learn({
    method: 'POST',
    path: '/auth/register',
    body: { ...visitor, email: 'r@example.org', roles: ['admin'] },
  })
  expect([status, json.error]).toMatchObject([400, { code: 'INVALID_INPUT' }])
})

it('does not say whether address or password was wrong', async () => {
  const unknown = await cms.learn({ method: 'POST', path: '/auth/sign-in', body: { email: 'nobody@example.org', password: 'x' } })
  const wrong = await cms.learn({ method: 'POST', path: '/auth/sign-in', body: { email: visitor.email, password: 'x' } })
  expect([unknown.status, unknown.json]).toEqual([wrong.status, wrong.json])
})

it('keeps every session when one person signs in on four devices at once', async () => {
  const body = { email: visitor.email, password: visitor.password }
  const calls = await Promise.all(Array.from({ length: 4 }, () => cms.learn({ method: 'POST', path: '/auth/sign-in', body })))
  const cookies = calls.map(({ response }) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '')
  const answers = await Promise.all(cookies.map((cookie) => cms.learn({ method: 'GET', path: '/auth/me', headers: { cookie } })))
  expect(answers.map(({ json }) => json)).toEqual(
    Array.from({ length: 4 }, () => ({ account: expect.objectContaining({ email: 'ada@example.org' }) })),
  )
})

it('ends a session for good', async () => {
  const { response } = await cms.learn({
    method: 'POST',
    path: '/auth/sign-in',
    body: { email: visitor.email, password: visitor.password },
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await cms.learn({ method: 'POST', path: '/auth/sign-out', headers: { cookie } })
  const { json } = await cms.learn({ method: 'GET', path: '/auth/me', headers: { cookie } })
  expect(json).toEqual({ account: null })
})

it.each([
  ['another site by fetch metadata', { 'sec-fetch-site': 'cross-site' }],
  ['another origin', { origin: 'https://evil.example' }],
])('refuses a request that comes from %s', async (_, headers) => {
  const { status, json } = await cms.learn({ method: 'POST', path: '/auth/sign-out', headers })
  expect([status, json.error]).toMatchObject([403, { code: 'CROSS_SITE' }])
})

it.each([
  ['a form', { method: 'POST', path: '/auth/sign-in', body: 'a=1', headers: { 'content-type': 'text/plain' } }, 415, 'NOT_JSON'],
  ['broken JSON', { method: 'POST', path: '/auth/sign-in', body: '{"a":' }, 400, 'INVALID_INPUT'],
  [
    '2 MB',
    { method: 'POST', path: '/auth/sign-in', body: JSON.stringify({ email: 'x'.repeat(2_000_000) }) },
    413,
    'BODY_TOO_LARGE',
  ],
  ['an unknown address', { method: 'GET', path: '/nowhere' }, 404, 'NOT_FOUND'],
  ['an address with a broken escape', { method: 'GET', path: '/courses/%E0%A4%A/progress' }, 404, 'NOT_FOUND'],
  ['the wrong method', { method: 'DELETE', path: '/auth/me' }, 405, 'METHOD_NOT_ALLOWED'],
])('answers %s with a code', async (_, call, status, code) => {
  const answer = await cms.learn(call)
  expect([answer.status, answer.json.error]).toMatchObject([status, { code }])
})

async function newcomer(email: string): Promise<string> {
  const { response } = await cms.learn({ method: 'POST', path: '/auth/register', body: { ...visitor, email } })
  return cookieOf(response)
}

function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function isSignedIn(cookie: string): Promise<boolean> {
  const { json } = await cms.learn({ method: 'GET', path: '/auth/me', headers: { cookie } })
  return json.account !== null
}

it('changes name and language, and the name that pages greet', async () => {
  const cookie = await newcomer('renamed@example.org')
  const changed = await cms.learn({ method: 'PUT', path: '/profile', body: { name: ' Ада ', locale: 'ar' }, headers: { cookie } })
  const { json } = await cms.learn({ method: 'GET', path: '/auth/me', headers: { cookie } })
  expect(json.account).toMatchObject({ name: 'Ада', locale: 'ar', roles: ['learner'] })
  expect(changed.response.headers.getSetCookie().join()).toContain(`lectern-hint=${encodeURIComponent('Ада')}`)
})

it('keeps the time zone that is chosen, and the one there was when none is', async () => {
  const cookie = await newcomer('traveller@example.org')
  const put = (body: Record<string, string>) => cms.learn({ method: 'PUT', path: '/profile', body, headers: { cookie } })
  const moved = await put({ name: 'Ada', locale: 'en', timeZone: 'Asia/Tokyo' })
  const renamed = await put({ name: 'Ada M.', locale: 'en' })
  const { json } = await cms.learn({ method: 'GET', path: '/profile', headers: { cookie } })
  expect([moved.json.timeZone, renamed.json.timeZone]).toEqual(['Asia/Tokyo', 'Asia/Tokyo'])
  expect(json).toMatchObject({ name: 'Ada M.', email: 'traveller@example.org', timeZone: 'Asia/Tokyo' })
})

it.each([
  { name: '', locale: 'en' },
  { name: 'Ada', locale: 'en', timeZone: 'Middle-earth/Shire' },
  { name: 'Ada', locale: 'xx' },
  { name: 'Ada', locale: 'en', roles: ['admin'] },
])('refuses the profile %j', async (body) => {
  const { status, json } = await cms.learn({ method: 'PUT', path: '/profile', body, headers: { cookie: profileCookie } })
  expect([status, json.error]).toMatchObject([400, { code: 'INVALID_INPUT' }])
})

it('changes the password, and ends the sessions of every other device', async () => {
  const email = 'careful@example.org'
  const here = await newcomer(email)
  const there = cookieOf(
    (await cms.learn({ method: 'POST', path: '/auth/sign-in', body: { email, password: visitor.password } })).response,
  )
  const body = { current: visitor.password, next: 'another long password' }
  const changed = await cms.learn({ method: 'POST', path: '/auth/password', body, headers: { cookie: here } })
  expect(changed.status).toBe(200)
  expect(await Promise.all([here, there, cookieOf(changed.response)].map(isSignedIn))).toEqual([false, false, true])
  const old = await cms.learn({ method: 'POST', path: '/auth/sign-in', body: { email, password: visitor.password } })
  const fresh = await cms.learn({ method: 'POST', path: '/auth/sign-in', body: { email, password: body.next } })
  expect([old.status, fresh.status]).toEqual([401, 200])
})

it('keeps password and sessions when the present password is wrong', async () => {
  const cookie = await newcomer('forgetful@example.org')
  const body = { current: 'not this one', next: 'another long password' }
  const { status, json } = await cms.learn({ method: 'POST', path: '/auth/password', body, headers: { cookie } })
  expect([status, json.error, await isSignedIn(cookie)]).toMatchObject([403, { code: 'CURRENT_PASSWORD_WRONG' }, true])
})

it('asks a visitor to sign in before anything is changed', async () => {
  const profile = await cms.learn({ method: 'PUT', path: '/profile', body: { name: 'Eve', locale: 'en' } })
  const password = await cms.learn({
    method: 'POST',
    path: '/auth/password',
    body: { current: 'x', next: 'another long password' },
  })
  expect([profile.status, password.status]).toEqual([401, 401])
})
