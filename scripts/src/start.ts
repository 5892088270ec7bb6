import { childEnvironment, dataFolders, type Environment } from './childEnvironment.ts'
import { runProgram, startChild } from './children.ts'
import { buildCms, nextProgram } from './cmsBuild.ts'
import { cmsProgram } from './cmsCommand.ts'
import { readDemoAccounts } from './demoAccounts.ts'
import { loadSettings, type Settings } from './env.ts'
import { frontDoorProgram } from './frontDoor/program.ts'
import { waitForHealth } from './health.ts'
import { freePort, isFree } from './ports.ts'
import { openDatabase } from './postgres.ts'
import { seedDemo } from './seedDemo.ts'
import { buildSite } from './siteBuild.ts'
import { takeStartLock } from './startLock.ts'
import { createSteps, type Steps } from './steps.ts'
import { createSupervisor, type Supervisor } from './supervisor.ts'

/** Milliseconds that a process gets to finish what it is doing. */
const webLimit = 8000
const workerLimit = 20_000
const readyLimit = 120_000

process.exit(await main())

async function main(): Promise<number> {
  const loaded = loadSettings()
  if (!loaded.ok) return refuse(loaded.error.message)
  const settings = loaded.value
  const lock = takeStartLock({ data: settings.data, address: settings.siteUrl })
  if (!lock.ok) return refuse(lock.error.message)
  if (!(await isFree({ port: settings.port, host: settings.host }))) {
    lock.value.release()
    return refuse(
      `Port ${settings.port} of ${settings.host} is in use. Choose another with LECTERN_PORT, for example: LECTERN_PORT=${settings.port + 1} npm start`,
    )
  }

  const supervisor = createSupervisor()
  let failed = false
  try {
    await start({ settings, supervisor, steps: createSteps() })
  } catch (error) {
    failed = !supervisor.aborted.aborted
    if (failed) process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`)
    await supervisor.stop()
  }
  const code = await supervisor.finished
  lock.value.release()
  return failed ? 1 : code
}

async function start({
  settings,
  supervisor,
  steps,
}: {
  settings: Settings
  supervisor: Supervisor
  steps: Steps
}): Promise<void> {
  const began = performance.now()
  const { logs } = dataFolders(settings)
  process.stdout.write('\n  Lectern\n\n')

  const database = await steps.run(
    'database',
    () => openDatabase({ settings }),
    ({ description }) => description,
  )
  supervisor.onStop({ stop: database.stop, force: () => void database.stop() })
  const env = childEnvironment({ settings, databaseUrl: database.url, mode: 'production' })

  // Building the CMS needs no database: it runs beside everything that does. If one half fails the other is called off,
  // and both are awaited, so that nothing is left running.
  const half = new AbortController()
  const signal = AbortSignal.any([supervisor.aborted, half.signal])
  const halves = await Promise.allSettled(
    [
      steps.run(
        'CMS build',
        () => buildCms({ env, logs, signal }),
        (built) => (built ? 'built' : 'unchanged'),
      ),
      prepareContent({ settings, env, logs, signal, steps }),
    ].map((work) =>
      work.catch((error: unknown) => {
        half.abort(error)
        throw error
      }),
    ),
  )
  // The one that failed first called the other off with its own reason, so any of them names it.
  for (const each of halves) if (each.status === 'rejected') throw each.reason
  await serve({ settings, env, logs, supervisor, steps })

  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stdout.write(`\n  Ready in ${seconds} s\n\n${describe(settings)}\n\n  Ctrl-C stops everything.\n`)
}

async function prepareContent({
  settings,
  env,
  logs,
  signal,
  steps,
}: {
  settings: Settings
  env: Environment
  logs: string
  signal: AbortSignal
  steps: Steps
}): Promise<void> {
  await steps.run('migrations', () => runProgram({ program: cmsProgram({ path: 'commands/migrate', env }), logs, signal }))
  if (settings.demo)
    await steps.run(
      'demo content',
      () => seedDemo({ data: settings.data, env, signal }),
      (last) => last,
    )
  await steps.run('snapshot', () => runProgram({ program: cmsProgram({ path: 'commands/snapshot', env }), logs, signal }))
  await steps.run(
    'site build',
    () => buildSite({ data: settings.data, env, signal }),
    (result) => (result === 'empty' ? 'no course is published yet' : result),
  )
}

async function serve({
  settings,
  env,
  logs,
  supervisor,
  steps,
}: {
  settings: Settings
  env: Environment
  logs: string
  supervisor: Supervisor
  steps: Steps
}): Promise<void> {
  const [webPort, apiPort] = [await freePort(), await freePort()]
  const worker = startChild({ program: cmsProgram({ path: 'worker', env }), logs })
  supervisor.keep([worker], { limit: workerLimit })

  const web = startChild({
    program: nextProgram({
      name: 'admin',
      args: ['start', '--port', String(webPort), '--hostname', '127.0.0.1'],
      env: { ...env, PORT: String(webPort) },
    }),
    logs,
  })
  const api = startChild({ program: cmsProgram({ path: 'api', env: { ...env, PORT: String(apiPort) } }), logs })
  supervisor.keep([web, api], { limit: webLimit })
  await Promise.all([
    steps.run('learner API', () =>
      waitForHealth({ child: api, url: `http://127.0.0.1:${apiPort}/api/learn/auth/me`, limit: readyLimit }),
    ),
    steps.run('admin', () => waitForHealth({ child: web, url: `http://127.0.0.1:${webPort}/admin/login`, limit: readyLimit })),
  ])

  const frontDoor = startChild({
    program: frontDoorProgram({ env, cmsOrigin: `http://127.0.0.1:${webPort}`, apiOrigin: `http://127.0.0.1:${apiPort}` }),
    logs,
  })
  supervisor.keep([frontDoor], { limit: webLimit })
  const host = settings.host === '0.0.0.0' || settings.host === '::' ? '127.0.0.1' : settings.host
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${settings.port}`
  await steps.run('front door', () => waitForHealth({ child: frontDoor, url: `${address}/healthz`, limit: readyLimit }))
}

function describe(settings: Settings): string {
  const rows = [
    ['Site', `${settings.siteUrl}/`],
    ['Admin', `${settings.siteUrl}/admin`],
    ...readDemoAccounts(settings).map(({ role, email, password }) => [role, `${email}  ${password}`]),
    ['Logs', dataFolders(settings).logs],
  ]
  const width = Math.max(...rows.map(([label]) => (label ?? '').length))
  return rows.map(([label, value]) => `  ${(label ?? '').padEnd(width)}  ${value}`).join('\n')
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`)
  return 1
}
