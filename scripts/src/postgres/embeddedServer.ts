import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import type { Environment } from '../childEnvironment.ts'
import { freePort, isFree } from '../ports.ts'
import { isAlive, waitUntil } from '../processes.ts'
import { processesIn, readRunningServer } from './runningServer.ts'
import { canEnter, findServerAccount, type ServerAccount, sharedFolder } from './serverAccount.ts'
import { findServerBinaries, type ServerBinaries } from './serverBinaries.ts'

/** `reused`: it was running already, left by a start that was killed, or used by one that still runs. */
export type EmbeddedServer = { url: string; port: number; reused: boolean; stop: () => Promise<void> }

const rememberedSchema = z.object({ port: z.int(), password: z.string().min(20) })

const databaseName = 'lectern'
/** Milliseconds. */
const startLimit = 60_000
const stopLimit = 20_000

/** For a machine with two cores and few gigabytes. Commits stay durable: fsync and synchronous_commit are on by default. */
const serverSettings = {
  listen_addresses: '127.0.0.1',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  random_page_cost: '1.1',
  // Short queries only: compiling them costs more than running them.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
}

/**
 * Starts the built-in PostgreSQL in `folder`/postgres, or finds it running there. Port and password are chosen once and
 * remembered in `folder`/postgres.json. `extraSettings` are for throwaway servers. Throws an Error whose message is one
 * sentence for the operator.
 */
export async function startEmbeddedServer({
  folder,
  extraSettings = {},
}: {
  folder: string
  extraSettings?: Record<string, string>
}): Promise<EmbeddedServer> {
  mkdirSync(folder, { recursive: true })
  const account = findServerAccount()
  const binaries = findServerBinaries({ account })
  const remembered = await createClusterOnce({ folder, account, binaries })
  const cluster = realpathSync(join(folder, 'postgres'))
  refuseOtherVersion({ cluster, binaries })

  const running = readRunningServer({ cluster })
  if (running) {
    const url = urlOf({ cluster, port: running.port, password: remembered.password })
    await waitForAnswer({ url, pid: running.pid, log: join(folder, 'postgres.log') })
    return { url, port: running.port, reused: true, stop: () => stopServer({ pid: running.pid }) }
  }
  await waitForOrphans({ cluster })
  // Left by a crash; nobody holds the cluster any more.
  rmSync(join(cluster, 'postmaster.pid'), { force: true })

  const port = (await isFree({ port: remembered.port, host: '127.0.0.1' })) ? remembered.port : await freePort()
  if (port !== remembered.port) remember({ folder, port, password: remembered.password })
  const pid = spawnServer({ folder, cluster, account, binaries, port, settings: { ...serverSettings, ...extraSettings } })
  const url = urlOf({ cluster, port, password: remembered.password })
  await waitForAnswer({ url, pid, log: join(folder, 'postgres.log') })
  await createDatabaseOnce({ url })
  return { url, port, reused: false, stop: () => stopServer({ pid }) }
}

async function waitForOrphans({ cluster }: { cluster: string }): Promise<void> {
  const check = async () => (processesIn({ cluster }).length === 0 ? 'yes' : 'again')
  if (await waitUntil({ limit: stopLimit, interval: 25, check })) return
  throw new Error(`Processes of a PostgreSQL that was killed still work in ${cluster}: ${processesIn({ cluster }).join(', ')}.`)
}

/** `initdb` runs beside its final place and is moved there when it has finished, so that half a cluster is never used. */
async function createClusterOnce({
  folder,
  account,
  binaries,
}: {
  folder: string
  account: ServerAccount | null
  binaries: ServerBinaries
}) {
  const target = join(folder, 'postgres')
  const notes = join(folder, 'postgres.json')
  if (existsSync(target) && existsSync(notes)) return rememberedSchema.parse(JSON.parse(readFileSync(notes, 'utf8')))
  if (existsSync(join(target, 'PG_VERSION'))) {
    throw new Error(
      `The database in ${target} has lost its password file ${notes}. Restore that file, or move the folder away to begin anew.`,
    )
  }
  for (const name of readdirSync(folder).filter((name) => name.startsWith('postgres.new-')))
    rmSync(join(folder, name), { recursive: true })

  const outside = account && !canEnter({ account, folder: realpathSync(folder) })
  const unfinished = outside ? mkdtempSync(join(sharedFolder(), 'postgres-')) : mkdtempSync(join(folder, 'postgres.new-'))
  const passwordFolder = mkdtempSync(join(tmpdir(), 'lectern-initdb-'))
  const password = randomBytes(24).toString('base64url')
  const passwordFile = join(passwordFolder, 'password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) for (const path of [unfinished, passwordFolder, passwordFile]) chownSync(path, account.uid, account.gid)
  try {
    execFileSync(
      binaries.initdb,
      [
        ...[
          `--pgdata=${unfinished}`,
          '--username=lectern',
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--no-instructions',
        ],
        // The built-in provider sorts the same on every machine and knows the case of every alphabet. Trigrams (pg_trgm) ask the
        // operating system what a letter is; with its C only English words would be found by their index.
        ...['--encoding=UTF8', '--locale=C', `--lc-ctype=${letters()}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ],
      { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', ...(account ?? {}), env: serverEnvironment() },
    )
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new Error(`PostgreSQL could not create its files: ${lastLine(error)}`)
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true })
  }
  rmSync(target, { recursive: true, force: true })
  const remembered = remember({ folder, port: await freePort(), password })
  if (outside) symlinkSync(unfinished, target)
  else renameSync(unfinished, target)
  return remembered
}

/** A locale of this operating system that knows the letters of every alphabet. */
function letters(): string {
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
}

function remember({ folder, port, password }: { folder: string; port: number; password: string }) {
  writeFileSync(join(folder, 'postgres.json'), `${JSON.stringify({ port, password })}\n`, { mode: 0o600 })
  return { port, password }
}

function refuseOtherVersion({ cluster, binaries }: { cluster: string; binaries: ServerBinaries }): void {
  const written = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const ours = binaries.version.split('.')[0]
  if (written === ours) return
  throw new Error(
    `The database in ${cluster} was written by PostgreSQL ${written}, and this is ${ours}: export it with the older Lectern and import it here.`,
  )
}

function spawnServer({
  folder,
  cluster,
  account,
  binaries,
  port,
  settings,
}: {
  folder: string
  cluster: string
  account: ServerAccount | null
  binaries: ServerBinaries
  port: number
  settings: Record<string, string>
}): number {
  if (account && statSync(cluster).uid !== account.uid) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, cluster])
  const log = openSync(join(folder, 'postgres.log'), 'a', 0o600)
  const unix_socket_directories = hasSocket({ cluster, port }) ? cluster : ''
  try {
    const flags = Object.entries({ ...settings, unix_socket_directories, port: String(port) }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ])
    // Its own process group: Ctrl-C in the terminal must not reach it before those who still write have ended.
    const child = spawn(binaries.postgres, ['-D', cluster, ...flags], {
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      env: serverEnvironment(),
      ...(account ?? {}),
    })
    child.on('error', () => {})
    child.unref()
    if (child.pid === undefined) throw new Error(`PostgreSQL could not be started from ${binaries.postgres}.`)
    return child.pid
  } finally {
    closeSync(log)
  }
}

function serverEnvironment(): Environment {
  return { NODE_ENV: 'production', PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }
}

async function waitForAnswer({ url, pid, log }: { url: string; pid: number; log: string }): Promise<void> {
  let last: unknown
  const answered = await waitUntil({
    limit: startLimit,
    interval: 40,
    check: async () => {
      const client = new pg.Client({
        connectionString: withDatabase({ url, database: 'postgres' }),
        connectionTimeoutMillis: 5000,
      })
      client.on('error', () => {})
      try {
        await client.connect()
        await client.end()
        return 'yes'
      } catch (error) {
        last = error
        return isAlive(pid) ? 'again' : 'never'
      }
    },
  })
  if (answered) return
  const reason = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' | ') : String(last)
  throw new Error(`The built-in PostgreSQL does not answer: ${reason || String(last)}`)
}

async function createDatabaseOnce({ url }: { url: string }): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase({ url, database: 'postgres' }) })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it ends the sessions, writes a checkpoint and leaves. */
async function stopServer({ pid }: { pid: number }): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  const ended = await waitUntil({ limit: stopLimit, interval: 25, check: async () => (isAlive(pid) ? 'again' : 'yes') })
  if (!ended && isAlive(pid)) process.kill(pid, 'SIGQUIT')
}

/** By the socket beside the cluster where there is one: a statement over it costs both sides less than over TCP. */
function urlOf({ cluster, port, password }: { cluster: string; port: number; password: string }): string {
  const url = new URL(`postgres://lectern:${encodeURIComponent(password)}@127.0.0.1:${port}/${databaseName}`)
  if (hasSocket({ cluster, port })) url.searchParams.set('host', cluster)
  return url.href
}

/** A socket's path may have 107 bytes at most, and a checkout may lie deep. */
function hasSocket({ cluster, port }: { cluster: string; port: number }): boolean {
  return process.platform !== 'win32' && Buffer.byteLength(join(cluster, `.s.PGSQL.${port}.lock`)) <= 100
}

function withDatabase({ url, database }: { url: string; database: string }): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

function lastLine(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
  return text.trim().split('\n').at(-1) ?? text
}
