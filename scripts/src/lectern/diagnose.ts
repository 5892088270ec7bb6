import { accessSync, constants, existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { snapshotManifestSchema } from '@lectern/content-schemas/snapshot'
import pg from 'pg'
import { dataFolders } from '../childEnvironment.ts'
import { rootFolder, type Settings } from '../env.ts'
import { isFree } from '../ports.ts'
import { readStartLock } from '../startLock.ts'
import type { Outcome } from './command.ts'
import { withDatabase } from './runCmsCommand.ts'

type Finding = { name: string; ok: boolean; says: string; advice?: string }

const gigabyte = 1024 ** 3
const leastDisk = 1
/** Jobs that wait. A worker that runs keeps this near zero. */
const manyJobs = 1000

/** Looks at everything that a start needs. Reads only. */
export async function diagnose({ settings }: { settings: Settings }): Promise<Outcome> {
  const findings = [
    {
      name: 'Node',
      ok: process.versions.node.startsWith('24.'),
      says: process.versions.node,
      advice: 'Run through npm, which brings Node 24.',
    },
    ...checkInstall(),
    // parseSettings has refused bad ones before this command ran.
    { name: 'secrets', ok: true, says: 'set, long enough and different' },
    await checkPort(settings),
    checkDisk(settings),
    checkUploads(settings),
    ...(await checkDatabase(settings)),
    checkSnapshot(settings),
    checkSite(settings),
  ]
  const text = findings
    .map(({ name, ok, says, advice }) => `${ok ? '✓' : '✗'} ${name}: ${says}${!ok && advice ? `\n    ${advice}` : ''}`)
    .join('\n')
  return { ok: findings.every(({ ok }) => ok), text, value: { findings } }
}

function checkInstall(): Finding[] {
  const installed = existsSync(join(rootFolder, 'node_modules', '.lectern-install'))
  const built = existsSync(join(rootFolder, 'cms', '.next', 'BUILD_ID'))
  return [
    {
      name: 'packages',
      ok: installed,
      says: installed ? 'installed' : 'not installed completely',
      advice: 'Run any npm script; it installs first.',
    },
    { name: 'CMS build', ok: built, says: built ? 'there' : 'missing', advice: 'npm start builds it.' },
  ]
}

async function checkPort({ host, port, data }: Settings): Promise<Finding> {
  const running = readStartLock({ data })
  if (running) return { name: 'port', ok: true, says: `Lectern runs at ${running.address} (process ${running.pid})` }
  const free = await isFree({ host, port })
  return {
    name: 'port',
    ok: free,
    says: `${port} is ${free ? 'free' : 'in use by another program'}`,
    advice: 'Choose another with LECTERN_PORT.',
  }
}

function checkDisk({ data }: Settings): Finding {
  const { bavail, bsize } = statfsSync(existsSync(data) ? data : rootFolder)
  const free = (bavail * bsize) / gigabyte
  return {
    name: 'disk',
    ok: free >= leastDisk,
    says: `${free.toFixed(1)} GB free`,
    advice: `Make room: at least ${leastDisk} GB beside ${data}.`,
  }
}

/** The folder is made with the first file. */
function checkUploads(settings: Settings): Finding {
  const { uploads } = dataFolders(settings)
  if (!existsSync(uploads)) return { name: 'handed-in files', ok: true, says: 'none yet' }
  const advice = `Learners cannot hand in files. Give this user the right to write to ${uploads}.`
  try {
    accessSync(uploads, constants.R_OK | constants.W_OK)
    return { name: 'handed-in files', ok: true, says: `in ${uploads}; back it up with the database` }
  } catch {
    return { name: 'handed-in files', ok: false, says: `${uploads} cannot be written`, advice }
  }
}

async function checkDatabase(settings: Settings): Promise<Finding[]> {
  try {
    return await withDatabase({ settings, work: inspectDatabase })
  } catch (error) {
    return [
      {
        name: 'database',
        ok: false,
        says: error instanceof Error ? error.message : String(error),
        advice: 'See postgres.log in the data folder, or DATABASE_URL.',
      },
    ]
  }
}

async function inspectDatabase(url: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const version = await client.query<{ server_version: string }>('show server_version')
    const found = { name: 'database', ok: true, says: `PostgreSQL ${version.rows[0]?.server_version} answers` }
    return [found, await checkMigrations(client), await checkQueue(client)]
  } finally {
    await client.end()
  }
}

async function checkMigrations(client: pg.Client): Promise<Finding> {
  const folder = join(rootFolder, 'cms', 'src', 'migrations')
  const written = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => /^\d.*\.ts$/.test(file))
        .map((file) => file.slice(0, -3))
    : []
  const run = (await tableExists({ client, table: 'payload_migrations' }))
    ? (await client.query<{ name: string }>('select name from payload_migrations')).rows
    : []
  const pending = written.filter((name) => !run.some((row) => row.name === name))
  return {
    name: 'migrations',
    ok: pending.length === 0,
    says: pending.length === 0 ? `all ${written.length} have run` : `${pending.length} have not run`,
    advice: 'npm start runs them.',
  }
}

async function checkQueue(client: pg.Client): Promise<Finding> {
  if (!(await tableExists({ client, table: 'graphile_worker.jobs' })))
    return { name: 'queue', ok: false, says: 'has no tables', advice: 'npm start makes them.' }
  const { rows } = await client.query<{ waiting: number; failed: number }>(
    `select count(*) filter (where attempts < max_attempts)::int as waiting, count(*) filter (where attempts >= max_attempts)::int as failed from graphile_worker.jobs`,
  )
  const { waiting = 0, failed = 0 } = rows[0] ?? {}
  return {
    name: 'queue',
    ok: waiting < manyJobs && failed === 0,
    says: `${waiting} jobs wait, ${failed} have failed for good`,
    advice: failed > 0 ? 'Look at the failed deliveries in the admin.' : 'Is a worker running? See worker.log.',
  }
}

async function tableExists({ client, table }: { client: pg.Client; table: string }): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [table])
  return rows[0]?.found === true
}

function checkSnapshot(settings: Settings): Finding {
  const advice = 'Make one: npm run lectern -- snapshot'
  const path = join(dataFolders(settings).snapshot, 'manifest.json')
  if (!existsSync(path)) return { name: 'snapshot', ok: false, says: 'missing', advice }
  const manifest = snapshotManifestSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!manifest.success) return { name: 'snapshot', ok: false, says: 'not readable', advice }
  const records = manifest.data.files.reduce((sum, file) => sum + file.records, 0)
  return {
    name: 'snapshot',
    ok: records > 0,
    says: `of ${manifest.data.createdAt}, ${records} records`,
    advice: 'Publish a course, then make one: npm run lectern -- snapshot',
  }
}

function checkSite(settings: Settings): Finding {
  const built = existsSync(dataFolders(settings).site)
  return { name: 'site', ok: built, says: built ? 'built' : 'not built', advice: 'Build it: npm run lectern -- site' }
}
