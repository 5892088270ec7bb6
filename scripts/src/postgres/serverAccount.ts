import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export type ServerAccount = { uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root. Null for an ordinary user, who runs it as himself; as root the system account
 * `postgres`, which is made when there is none.
 */
export function findServerAccount(): ServerAccount | null {
  if (process.getuid?.() !== 0) return null
  const existing = lookUp()
  if (existing) return existing
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres'], {
      stdio: 'ignore',
    })
  } catch {
    throw new Error(
      'PostgreSQL does not run as root, and no account “postgres” could be made for it. Run Lectern as an ordinary user or set DATABASE_URL.',
    )
  }
  const made = lookUp()
  if (!made)
    throw new Error('The account “postgres” was made but cannot be found. Run Lectern as an ordinary user or set DATABASE_URL.')
  return made
}

function lookUp(): ServerAccount | null {
  try {
    const id = (flag: string) =>
      Number.parseInt(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }), 10)
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

/** Whether the account may pass through every folder down to this one. */
export function canEnter({ account, folder }: { account: ServerAccount; folder: string }): boolean {
  const { mode, uid, gid } = statSync(folder)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  if ((mode & bit) === 0) return false
  const parent = dirname(folder)
  return parent === folder || canEnter({ account, folder: parent })
}

/** A place outside the checkout that any account may enter. Only root gets here. */
export function sharedFolder(): string {
  const folder = '/var/lib/lectern'
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  return folder
}
