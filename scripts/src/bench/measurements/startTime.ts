import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootFolder } from '../../env.ts'
import { freePort } from '../../ports.ts'
import { isAlive, waitUntil } from '../../processes.ts'
import type { Bench, Measurement } from '../measurement.ts'
import { removeCluster } from '../removeLeftovers.ts'

/** Milliseconds. */
const startLimit = 600_000
const stopLimit = 60_000
const readyLine = /Ready in [\d.]+ s/

export const startTime: Measurement = {
  name: 'start',
  summary: 'npm start of a fresh clone, and once more.',
  seconds: 170,
  run: async (bench) => {
    const what = 'npm start, a fresh clone'
    if (!existsSync(join(rootFolder, '.git'))) return [{ what, on: 'this checkout', skipped: 'this is not a git checkout' }]
    const clone = await cloneCheckout({ bench })
    const port = await freePort()
    const first = await start({ bench, clone, port })
    const installing = /installing packages … ([\d.]+) s/.exec(first.output)?.[1] ?? '0'
    const again = await start({ bench, clone, port })
    return [
      {
        what,
        on: `until it prints its addresses: packages (${installing} s, from npm's and pnpm's caches where they have them), database, CMS build, demo, snapshot, site; commit ${commitOf(clone)}`,
        figures: [{ value: first.seconds, unit: 's', target: { atMost: 150 } }],
      },
      {
        what: 'npm start once more',
        on: 'until it prints its addresses; nothing has changed since',
        figures: [{ value: again.seconds, unit: 's', target: { atMost: 15 } }],
      },
    ]
  },
}

/** Outside the checkout, so that nothing of it can be found from there. What is not committed is not measured. */
async function cloneCheckout({ bench }: { bench: Bench }): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  // Run as root, the database server's own account has to pass through.
  chmodSync(folder, 0o711)
  const clone = join(folder, 'lectern')
  bench.cleanUp.later(async () => {
    await removeCluster({ data: join(clone, '.lectern') })
    rmSync(folder, { recursive: true, force: true })
  })
  execFileSync('git', ['clone', '--quiet', rootFolder, clone], { stdio: 'ignore' })
  return clone
}

/** Seconds from `npm start` until it prints its addresses. It has ended when this returns. */
async function start({
  bench,
  clone,
  port,
}: {
  bench: Bench
  clone: string
  port: number
}): Promise<{ seconds: number; output: string }> {
  const own = /^(LECTERN_|DATABASE_URL$|PAYLOAD_SECRET$|NODE_ENV$|INIT_CWD$|npm_(?!config_))/
  const inherited = Object.entries(process.env).filter(([name]) => !own.test(name))
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: clone,
    // Its own process group, which gets the signal as from Ctrl-C in a terminal.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(inherited),
      NODE_ENV: 'development',
      PATH: pathWithoutCheckout(),
      LECTERN_PORT: String(port),
    },
  })
  const stop = async () => {
    signalGroup({ pid: child.pid, signal: 'SIGINT' })
    await waitUntil({ limit: stopLimit, interval: 50, check: async () => (isRunning(child.pid) ? 'again' : 'yes') })
    signalGroup({ pid: child.pid, signal: 'SIGKILL' })
  }
  bench.cleanUp.later(stop)
  let output = ''
  const seconds = await new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`npm start was not ready in time:\n${output}`)), startLimit)
    const take = (chunk: Buffer) => {
      output += chunk.toString()
      if (!readyLine.test(output)) return
      clearTimeout(late)
      resolve((performance.now() - began) / 1000)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`npm start ended with ${code}:\n${output}`))
    })
  })
  await stop()
  return { seconds, output }
}

function isRunning(pid: number | undefined): boolean {
  return pid !== undefined && isAlive(pid)
}

function signalGroup({ pid, signal }: { pid: number | undefined; signal: NodeJS.Signals }): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // The whole group has gone already.
  }
}

/** The Node and the programs that a newcomer has, and not those of this checkout's packages. */
function pathWithoutCheckout(): string {
  return (process.env.PATH ?? '')
    .split(':')
    .filter((folder) => !folder.startsWith(rootFolder))
    .join(':')
}

function commitOf(clone: string): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: clone, encoding: 'utf8' }).trim()
}
