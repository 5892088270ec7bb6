import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Environment } from '../childEnvironment.ts'
import { dataFolders } from '../childEnvironment.ts'
import { type Child, startChild } from '../children.ts'
import { cmsProgram } from '../cmsCommand.ts'
import { startEmbeddedServer } from '../postgres/embeddedServer.ts'
import { readRunningServer } from '../postgres/runningServer.ts'
import type { Victim } from './plan.ts'

export type Processes = {
  /** SIGKILL, and a new start at once; answers when the old process is dead. False when it is not at work just now. */
  kill: (victim: Victim) => Promise<boolean>
  /** How often each process ended at its work although nobody had killed it. */
  endedByItself: () => Record<'api' | 'worker', number>
  stop: () => Promise<void>
}

/** Milliseconds. */
const againMs = 200
const stopLimit = 20_000

/** Learner interface and worker of an installation, started again whenever they end, beside a PostgreSQL that is too. */
export function keepProcesses({ data, env, port }: { data: string; env: Environment; port: number }): Processes {
  const { logs } = dataFolders({ data })
  const running = new Map<Victim, Child>()
  const working = new Map<Victim, Child>()
  const ended = { api: 0, worker: 0 }
  const killed = new WeakSet<Child>()
  let stopping = false
  const keeping = [keep('api', { ...env, PORT: String(port) }), keep('worker', env)]
  let reviving: Promise<void> = Promise.resolve()

  async function keep(name: 'api' | 'worker', environment: Environment): Promise<void> {
    while (!stopping) {
      const child = startChild({
        program: cmsProgram({ path: name, env: environment }),
        logs,
        onLine: ({ text }) => {
          if (text.includes('"ready"')) working.set(name, child)
        },
      })
      running.set(name, child)
      await child.ended
      running.delete(name)
      // One that ends while it starts finds no database: that is PostgreSQL's kill, seen from elsewhere.
      if (!stopping && working.get(name) === child && !killed.has(child)) ended[name] += 1
      working.delete(name)
      if (!stopping) await delay(againMs)
    }
  }

  async function killPostgres(): Promise<boolean> {
    await reviving
    const server = readRunningServer({ cluster: realpathSync(join(data, 'postgres')) })
    if (!server) return false
    process.kill(server.pid, 'SIGKILL')
    reviving = revive()
    await reviving
    return true
  }

  async function revive(): Promise<void> {
    for (;;) {
      try {
        await startEmbeddedServer({ folder: data })
        return
      } catch {
        // The processes of the dead server leave one after the other, and hold its memory and its port until then.
        await delay(againMs)
      }
    }
  }

  return {
    async kill(victim) {
      if (victim === 'postgres') return killPostgres()
      const child = working.get(victim)
      if (!child) return false
      killed.add(child)
      child.kill()
      await child.ended
      return true
    },
    endedByItself: () => ({ ...ended }),
    async stop() {
      stopping = true
      await Promise.all([...running.values()].map((child) => child.stop({ limit: stopLimit })))
      await Promise.all(keeping)
    },
  }
}
