import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isAlive, waitUntil } from './processes.ts'

/** Milliseconds. Longer than any build. */
const patience = 30 * 60_000

/** Runs `work` while no other process that asks for the same lock does; waits for its turn. Throws when that takes too long. */
export async function withFileLock<T>({ path, work }: { path: string; work: () => Promise<T> }): Promise<T> {
  const taken = await waitUntil({ limit: patience, interval: 200, check: async () => (take(path) ? 'yes' : 'again') })
  if (!taken) throw new Error(`Another process has held ${path} for half an hour.`)
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    // Left behind by a process that was killed.
    const holder = Number(readHolder(path))
    if (Number.isInteger(holder) && holder > 0 && !isAlive(holder)) rmSync(path, { force: true })
    return false
  }
}

function readHolder(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
