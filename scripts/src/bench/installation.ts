import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { childEnvironment, dataFolders, type Environment } from '../childEnvironment.ts'
import { type Child, startChild } from '../children.ts'
import { cmsProgram } from '../cmsCommand.ts'
import { waitForHealth } from '../health.ts'
import { freePort } from '../ports.ts'
import { startEmbeddedServer } from '../postgres/embeddedServer.ts'
import type { Bench } from './measurement.ts'
import { type Measured, runMeasured } from './runMeasured.ts'

/** An empty, migrated installation of its own: data folder, PostgreSQL with durable commits, secrets. */
export type Installation = {
  data: string
  env: Environment
  payloadSecret: string
  database: pg.Pool
  /** Where PostgreSQL writes its log. */
  databaseLog: string
  /** Runs `cms/src/commands/<name>.ts` to its end. */
  command: (options: { name: string; input?: unknown }) => Promise<Measured>
  /** Starts `cms/src/api.ts` and answers its port once it answers. */
  startApi: () => Promise<number>
  /** Answers the worker's process id once it works. `env` adds to the installation's. */
  startWorker: (options?: { env?: Record<string, string> }) => Promise<number>
}

/** Milliseconds. */
const readyLimit = 60_000
const stopLimit = 10_000

export async function createInstallation({ bench, name }: { bench: Bench; name: string }): Promise<Installation> {
  const data = join(bench.folder, name)
  const { logs } = dataFolders({ data })
  const server = await startEmbeddedServer({ folder: data })
  bench.cleanUp.later(server.stop)
  const payloadSecret = randomBytes(32).toString('base64url')
  const settings = {
    databaseUrl: server.url,
    host: '127.0.0.1',
    port: await freePort(),
    siteUrl: 'http://127.0.0.1:4000',
    data,
    demo: true,
    trustProxy: false,
    mail: { smtpUrl: null, from: null, perSecond: null },
    eventDays: null,
    payloadSecret,
    entitlementSecret: randomBytes(32).toString('base64url'),
  }
  const env = childEnvironment({ settings, databaseUrl: server.url, mode: 'production' })
  const database = new pg.Pool({ connectionString: server.url, max: 4 })
  database.on('error', () => {})
  bench.cleanUp.later(() => database.end())

  const start = (program: Parameters<typeof startChild>[0]['program'], ready?: (text: string) => void): Child => {
    const child = startChild({ program, logs, ...(ready ? { onLine: ({ text }) => ready(text) } : {}) })
    bench.cleanUp.later(() => child.stop({ limit: stopLimit }))
    return child
  }
  const installation: Installation = {
    data,
    env,
    payloadSecret,
    database,
    databaseLog: join(data, 'postgres.log'),
    command: ({ name: command, input = {} }) =>
      runMeasured({
        program: cmsProgram({
          path: `commands/${command}`,
          env: { ...env, LECTERN_COMMAND_INPUT: JSON.stringify(input) },
        }),
        logs,
        cleanUp: bench.cleanUp,
      }),
    async startApi() {
      const port = await freePort()
      const child = start(cmsProgram({ path: 'api', env: { ...env, PORT: String(port) } }))
      await waitForHealth({ child, url: `http://127.0.0.1:${port}/api/learn/auth/me`, limit: readyLimit })
      return port
    },
    async startWorker({ env: further = {} } = {}) {
      return new Promise<number>((resolve, reject) => {
        const child = start(cmsProgram({ path: 'worker', env: { ...env, ...further } }), (text) => {
          if (text.includes('"ready":"worker"')) resolve(child.pid)
        })
        void child.ended.then(() => reject(new Error(`The worker ended: ${child.lastLines().join('\n')}`)))
      })
    },
  }
  await installation.command({ name: 'migrate' })
  return installation
}
