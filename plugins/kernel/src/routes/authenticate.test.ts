import { SignJWT } from 'jose'
import type { BasePayload } from 'payload'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { authenticate, sessionCookie } from './authenticate.ts'

const secret = 'a secret of thirty-two characters'
const user = '01890000-0000-7000-8000-000000000001'
const session = '01890000-0000-7000-8000-000000000002'
const row = { id: user, email: 'a@example.org', name: 'A', locale: 'en', roles: ['learner'] }

/** The part of Payload that authentication uses; `rows` is what the database answers. */
function payloadWith({ rows }: { rows: unknown[] }) {
  const query = vi.fn(async () => ({ rows }))
  // Authentication asks nothing else of Payload.
  return { query, payload: { secret, db: { pool: { query } } } as unknown as BasePayload }
}

function sign({ key = secret, expires }: { key?: string; expires: string }): Promise<string> {
  return new SignJWT({ id: user, collection: 'users', sid: session })
    .setProtectedHeader({ alg: 'HS256', authVersion: 1 })
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(key))
}

const ask = ({ payload, token }: { payload: BasePayload; token: string }) =>
  authenticate({ payload, headers: new Headers({ cookie: `${sessionCookie}=${token}` }) })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('authentication', () => {
  it('asks for the session every time, also with a token it has seen', async () => {
    const { payload, query } = payloadWith({ rows: [row] })
    const token = await sign({ expires: '1h' })
    expect(await ask({ payload, token })).toMatchObject({ id: user, session })
    expect(await ask({ payload, token })).toMatchObject({ id: user, session })
    expect(query).toHaveBeenCalledTimes(2)
  })

  it('knows nobody whose session is gone, also with a token it has seen', async () => {
    const rows = [row]
    const { payload } = payloadWith({ rows })
    const token = await sign({ expires: '1h' })
    expect(await ask({ payload, token })).toMatchObject({ id: user })
    rows.length = 0
    expect(await ask({ payload, token })).toBeNull()
  })

  it('refuses a token that has run out since it was seen', async () => {
    const { payload } = payloadWith({ rows: [row] })
    const token = await sign({ expires: '1h' })
    expect(await ask({ payload, token })).toMatchObject({ id: user })
    vi.setSystemTime(Date.now() + 3_600_001)
    expect(await ask({ payload, token })).toBeNull()
  })

  it('refuses a token of another key, the first time and the second', async () => {
    const { payload, query } = payloadWith({ rows: [row] })
    const token = await sign({ key: 'another secret of such characters', expires: '1h' })
    expect([await ask({ payload, token }), await ask({ payload, token })]).toEqual([null, null])
    expect(query).not.toHaveBeenCalled()
  })
})
