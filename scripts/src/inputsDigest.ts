import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What builds write beside their sources would make every second start build again. */
const skipped = new Set([
  'node_modules',
  '.next',
  '.astro',
  'dist',
  'test',
  'test-artefacts',
  'next-env.d.ts',
  'tsconfig.tsbuildinfo',
])

/** SHA-256 over the names and contents of files and folders, and over `extra`; built output and tests do not count. */
export function inputsDigest({ root, paths, extra = [] }: { root: string; paths: string[]; extra?: string[] }): string {
  const hash = createHash('sha256')
  for (const text of extra) hash.update(`${text}\0`)
  for (const path of paths) {
    for (const file of listFiles(join(root, path))) {
      hash.update(`${relative(root, file)}\0`)
      hash.update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = join(path, entry.name)
      if (entry.isDirectory()) return listFiles(full)
      return entry.isFile() ? [full] : []
    })
}
