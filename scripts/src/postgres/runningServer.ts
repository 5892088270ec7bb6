import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '../processes.ts'

/**
 * The server that holds this cluster, or null. `postmaster.pid` alone proves nothing: after a crash its number may belong
 * to any other process, so the process must also be at work in this very folder.
 */
export function readRunningServer({ cluster }: { cluster: string }): { pid: number; port: number } | null {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pidLine, , , portLine] = readFileSync(file, 'utf8').split('\n')
  const pid = Number(pidLine)
  const port = Number(portLine)
  if (!Number.isInteger(pid) || pid <= 1 || !Number.isInteger(port)) return null
  return isAlive(pid) && worksIn({ pid, cluster }) ? { pid, port } : null
}

function worksIn({ pid, cluster }: { pid: number; cluster: string }): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === cluster
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).includes(cluster)
  } catch {
    return false
  }
}

/**
 * Processes that still work in the folder of a cluster. Those of a server that was killed leave one after the other, and
 * a new server beside them would harm the files. Empty where the system does not tell.
 */
export function processesIn({ cluster }: { cluster: string }): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isAlive(pid) && worksIn({ pid, cluster }))
}
