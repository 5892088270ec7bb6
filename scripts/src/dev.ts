import { createInterface } from 'node:readline'
import { childEnvironment, dataFolders } from './childEnvironment.ts'
import { type Program, runProgram, startChild } from './children.ts'
import { nextProgram } from './cmsBuild.ts'
import { cmsProgram } from './cmsCommand.ts'
import { loadSettings, type Settings } from './env.ts'
import { frontDoorProgram } from './frontDoor/program.ts'
import { freePort, isFree } from './ports.ts'
import { openDatabase } from './postgres.ts'
import { seedDemo } from './seedDemo.ts'
import { astroProgram } from './siteBuild.ts'
import { takeStartLock } from './startLock.ts'
import { createSteps } from './steps.ts'
import { createSupervisor, type Supervisor } from './supervisor.ts'

/** Milliseconds. */
const stopLimit = 5000

process.exit(await main())

/** Everything with reloading: Next and Astro in development, learner API and worker restarted when their files change. */
async function main(): Promise<number> {
  const loaded = loadSettings()
  if (!loaded.ok) return refuse(loaded.error.message)
  const settings = loaded.value
  const lock = takeStartLock({ data: settings.data, address: settings.siteUrl })
  if (!lock.ok) return refuse(lock.error.message)
  if (!(await isFree(settings))) {
    lock.value.release()
    return refuse(
      `Port ${settings.port} of ${settings.host} is in use. Choose another with LECTERN_PORT, for example: LECTERN_PORT=${settings.port + 1} npm run dev`,
    )
  }
  const supervisor = createSupervisor()
  let failed = false
  try {
    await start({ settings, supervisor })
  } catch (error) {
    failed = !supervisor.aborted.aborted
    if (failed) process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`)
    await supervisor.stop()
  }
  const code = await supervisor.finished
  lock.value.release()
  return failed ? 1 : code
}

async function start({ settings, supervisor }: { settings: Settings; supervisor: Supervisor }): Promise<void> {
  const steps = createSteps()
  const { logs } = dataFolders(settings)
  const signal = supervisor.aborted
  const database = await steps.run(
    'database',
    () => openDatabase({ settings }),
    ({ description }) => description,
  )
  supervisor.onStop({ stop: database.stop, force: () => void database.stop() })
  // Commands of the CMS behave alike in both modes; a secret cookie needs no HTTPS here.
  const env = childEnvironment({ settings, databaseUrl: database.url, mode: 'development' })
  const command = (name: string) => runProgram({ program: cmsProgram({ path: `commands/${name}`, env }), logs, signal })
  await steps.run('migrations', () => command('migrate'))
  if (settings.demo) await steps.run('demo content', () => seedDemo({ data: settings.data, env, signal }))
  await steps.run('snapshot', () => command('snapshot'))

  const [webPort, apiPort, sitePort] = [await freePort(), await freePort(), await freePort()]
  const watch = ['--watch', '--watch-preserve-output']
  const run = (programs: Program[]) =>
    supervisor.keep(
      programs.map((program) => startChild({ program, logs, onLine: printLine(program.name) })),
      { limit: stopLimit },
    )
  run([cmsProgram({ path: 'worker', env, nodeArguments: watch })])
  run([
    nextProgram({ name: 'admin', args: ['dev', '--port', String(webPort), '--hostname', '127.0.0.1'], env }),
    cmsProgram({ path: 'api', env: { ...env, PORT: String(apiPort) }, nodeArguments: watch }),
    astroProgram({ name: 'site', args: ['dev', '--port', String(sitePort), '--host', '127.0.0.1'], env }),
  ])
  run([
    frontDoorProgram({
      env,
      cmsOrigin: `http://127.0.0.1:${webPort}`,
      apiOrigin: `http://127.0.0.1:${apiPort}`,
      siteOrigin: `http://127.0.0.1:${sitePort}`,
    }),
  ])
  process.stdout.write(
    `\n  Site   ${settings.siteUrl}/\n  Admin  ${settings.siteUrl}/admin\n\n  r and Enter brings what was published since into the site; Ctrl-C stops everything.\n\n`,
  )
  createInterface({ input: process.stdin }).on('line', (line) => {
    if (line.trim() === 'r') steps.run('snapshot', () => command('snapshot')).catch((error: unknown) => steps.note(String(error)))
  })
}

function printLine(name: string) {
  return ({ text }: { text: string }) => void process.stdout.write(`${name.padEnd(10)} │ ${text}\n`)
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`)
  return 1
}
