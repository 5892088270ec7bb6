import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'

/** Whether the config's schema differs from what the committed migrations add up to. Needs no database. */
export async function schemaHasChanged(payload: Payload): Promise<boolean> {
  const committed = payload.db.migrationDir
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-migrations-'))
  try {
    cpSync(committed, folder, { recursive: true })
    const known = new Set(readdirSync(folder))
    payload.db.migrationDir = folder
    await payload.db.createMigration({ payload, migrationName: 'check', forceAcceptWarning: true })
    const written = readdirSync(folder).find((name) => name.endsWith('.ts') && !known.has(name))
    // Payload writes a file either way; one without a change holds this comment instead of statements.
    return written !== undefined && !readFileSync(path.join(folder, written), 'utf8').includes('// Migration code')
  } finally {
    payload.db.migrationDir = committed
    rmSync(folder, { recursive: true, force: true })
  }
}
