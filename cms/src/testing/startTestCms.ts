import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { signIn } from '@lectern/accounts'
import type { Role } from '@lectern/content-schemas'
import { createLearnerHandler, drainQueue, sessionCookie } from '@lectern/kernel'
import { createTestDatabase } from '@lectern/kernel/testing'
import { getPayload, handleEndpoints, type Payload } from 'payload'

export type TestUser = { id: string; email: string; cookie: string }
export type TestCms = {
  payload: Payload
  /** One call of the learner interface, in process. `json` is the parsed body. */
  learn: (call: { method: string; path: string; body?: unknown; user?: TestUser; headers?: Record<string, string> }) => Promise<{
    status: number
    json: Record<string, unknown>
    response: Response
  }>
  /** The learner interface itself, for what `learn` cannot say: streams, forms. */
  handler: (request: Request) => Promise<Response>
  /** One call of the admin's REST interface, in process. */
  rest: (call: {
    method: string
    path: string
    body?: unknown
    user?: TestUser
    headers?: Record<string, string>
  }) => Promise<Response>
  createUser: (input: { roles: Role[]; name?: string }) => Promise<TestUser>
  /** Runs every job that is due, until none is left. */
  runJobs: () => Promise<void>
  stop: () => Promise<void>
}

const source = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const migrations = path.join(source, 'migrations')
const execFileAsync = promisify(execFile)

/** The whole CMS in this process, on a database of its own; one for each test file. */
export async function startTestCms(): Promise<TestCms> {
  const serverUrl = process.env.LECTERN_TEST_DATABASE_URL
  if (!serverUrl) throw new Error('LECTERN_TEST_DATABASE_URL is not set: these tests run by "npm test".')
  const data = mkdtempSync(path.join(tmpdir(), 'lectern-test-'))
  Object.assign(process.env, {
    PAYLOAD_SECRET: randomBytes(32).toString('base64url'),
    LECTERN_ENTITLEMENT_SECRET: randomBytes(32).toString('base64url'),
    LECTERN_DATA: data,
    DATABASE_URL: serverUrl,
  })
  const { default: configured } = await import('../payload.config.ts')
  const config = await configured
  const connectTo = (url: string) =>
    getPayload({ config: { ...config, db: withAddress({ db: config.db, url }) }, key: url, disableOnInit: true })
  const databaseUrl = await createTestDatabase({
    serverUrl,
    fingerprint: fingerprintOfMigrations(),
    // In a process of its own: PostgreSQL copies a template only when nobody is connected to it, and Payload's adapter
    // holds a connection as long as its process lives.
    prepare: async (url) => {
      await execFileAsync(process.execPath, [path.join(source, 'commands/migrate.ts')], {
        env: { ...process.env, DATABASE_URL: url },
      })
    },
  })
  const payload = await connectTo(databaseUrl)
  const handler = createLearnerHandler({ payload })
  return {
    payload,
    handler,
    learn: async ({ method, path: route, body, user, headers = {} }) => {
      const response = await handler(
        new Request(`http://lectern.test/api/learn${route}`, {
          method,
          headers: {
            ...(body === undefined && method === 'GET' ? {} : { 'content-type': 'application/json' }),
            ...(user ? { cookie: user.cookie } : {}),
            ...headers,
          },
          ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body ?? {}) }),
        }),
      )
      const text = await response.clone().text()
      return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) : {}, response }
    },
    rest: ({ method, path: route, body, user, headers = {} }) =>
      handleEndpoints({
        config: payload.config,
        payloadInstanceCacheKey: databaseUrl,
        request: new Request(`http://lectern.test/api${route}`, {
          method,
          headers: { 'content-type': 'application/json', ...(user ? { cookie: user.cookie } : {}), ...headers },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      }),
    createUser: async ({ roles, name = 'Test Person' }) => {
      const email = `${randomBytes(6).toString('hex')}@example.org`
      const password = randomBytes(12).toString('base64url')
      const user = await payload.create({
        collection: 'users',
        data: { email, password, name, roles, locale: 'en' },
        overrideAccess: true,
        depth: 0,
      })
      const { token } = await signIn({ payload, email, password })
      return { id: String(user.id), email, cookie: `${sessionCookie}=${token}` }
    },
    runJobs: () => drainQueue({ payload }),
    stop: async () => {
      await payload.destroy()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

type Database = Awaited<typeof import('../payload.config.ts')['default']>['db']

/** The same adapter on another database. */
function withAddress({ db, url }: { db: Database; url: string }): Database {
  return {
    ...db,
    init: (args) => {
      const adapter = db.init(args)
      return Object.assign(adapter, { poolOptions: { connectionString: url, max: 20 } })
    },
  }
}

function fingerprintOfMigrations(): string {
  const digest = createHash('sha256')
  for (const name of readdirSync(migrations).sort()) digest.update(readFileSync(path.join(migrations, name)))
  return digest.digest('hex').slice(0, 12)
}
