import { spawn } from 'node:child_process'
import path from 'node:path'
import { checkoutFolder } from './settings.ts'

/**
 * Renews snapshot and site in a process of its own, so that a large build does not take the worker's memory, and a build
 * that fails leaves the site that is there in place. Throws with the last lines of the build's output.
 */
export async function rebuildSite(): Promise<void> {
  const root = checkoutFolder()
  const child = spawn(process.execPath, [path.join(root, 'scripts/src/lectern.ts'), 'site'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  const keep = (chunk: Buffer) => {
    output.push(chunk.toString())
    if (output.length > 50) output.shift()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`The site could not be built (exit ${code}):\n${output.join('').slice(-4000)}`)
}
