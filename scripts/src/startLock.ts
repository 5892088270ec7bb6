import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { failure, type Result, success } from '@lectern/content-schemas/result'
import { z } from 'zod'
import { isAlive } from './processes.ts'

const lockSchema = z.object({ pid: z.int(), address: z.string() })
type Lock = z.infer<typeof lockSchema>

/**
 * One start per data folder. `ALREADY_RUNNING` when another holds it. A lock whose process has died, or whose number now
 * belongs to something else, is taken over.
 */
export function takeStartLock({ data, address }: { data: string; address: string }): Result<{ release: () => void }> {
  mkdirSync(data, { recursive: true })
  const path = join(data, 'start.lock')
  const holder = readStartLock({ data })
  if (holder) {
    return failure({
      code: 'ALREADY_RUNNING',
      message: `Lectern already runs from this folder at ${holder.address} (process ${holder.pid}). Stop it first: Ctrl-C there, or kill ${holder.pid}.`,
    })
  }
  rmSync(path, { force: true })
  try {
    writeFileSync(path, `${JSON.stringify({ pid: process.pid, address } satisfies Lock)}\n`, { flag: 'wx' })
  } catch {
    return failure({ code: 'ALREADY_RUNNING', message: 'Another start of Lectern began in this folder at the same moment.' })
  }
  return success({ release: () => rmSync(path, { force: true }) })
}

/** Who holds the lock and is alive, else null. */
export function readStartLock({ data }: { data: string }): Lock | null {
  const lock = lockSchema.safeParse(parse(join(data, 'start.lock')))
  return lock.success && isAlive(lock.data.pid) && isStart(lock.data.pid) ? lock.data : null
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

function isStart(pid: number): boolean {
  if (pid === process.pid) return true
  try {
    const command =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        : execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
    return /scripts\/src\/(start|dev)\.ts/.test(command)
  } catch {
    return false
  }
}
