import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { rootFolder } from './env.ts'

/** Formats the project, or the files named, and applies the safe fixes of the linter. */
const paths = process.argv.slice(2)
const { status } = spawnSync(
  process.execPath,
  [
    join(rootFolder, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'),
    'check',
    '--write',
    ...(paths.length > 0 ? paths : ['.']),
  ],
  { cwd: rootFolder, stdio: 'inherit' },
)
process.exit(status ?? 1)
