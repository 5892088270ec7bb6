import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** A zombie, whose parent has not yet asked for its exit code, counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process is alive all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  if (process.platform !== 'linux') return true
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return state.slice(state.lastIndexOf(')') + 2, state.lastIndexOf(')') + 3) !== 'Z'
  } catch {
    return false
  }
}

/** Asks every `interval` ms until `check` says yes (true) or never, or `limit` ms have passed (false). */
export async function waitUntil({
  check,
  interval,
  limit,
}: {
  check: () => Promise<'yes' | 'again' | 'never'>
  interval: number
  limit: number
}): Promise<boolean> {
  const end = performance.now() + limit
  for (;;) {
    const answer = await check()
    if (answer === 'yes') return true
    if (answer === 'never' || performance.now() > end) return false
    await delay(interval)
  }
}
