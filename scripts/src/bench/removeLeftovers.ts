import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readRunningServer } from '../postgres/runningServer.ts'
import { isAlive, waitUntil } from '../processes.ts'

/** Milliseconds. */
const stopLimit = 20_000

/** Removes a bench folder with its databases, and ends the servers that a killed run has left at work in it. */
export async function removeLeftovers({ folder }: { folder: string }): Promise<void> {
  const names = existsSync(folder) ? readdirSync(folder) : []
  for (const name of names) await removeCluster({ data: join(folder, name) })
  rmSync(folder, { recursive: true, force: true })
}

/** Of an installation's data folder, the database. It may be a link to a place that the server's account may enter. */
export async function removeCluster({ data }: { data: string }): Promise<void> {
  const link = join(data, 'postgres')
  if (!existsSync(link)) return
  const cluster = realpathSync(link)
  const running = readRunningServer({ cluster })
  if (running) {
    process.kill(running.pid, 'SIGINT')
    await waitUntil({ limit: stopLimit, interval: 50, check: async () => (isAlive(running.pid) ? 'again' : 'yes') })
  }
  rmSync(cluster, { recursive: true, force: true })
}
