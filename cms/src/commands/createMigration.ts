import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { getPayload } from 'payload'
import config from '../payload.config.ts'

/** Writes the migration from the committed schema to the present one: `createMigration.ts <name>`. For developers. */
const payload = await getPayload({ config, disableOnInit: true })
await payload.db.createMigration({ payload, migrationName: process.argv[2] ?? 'change', forceAcceptWarning: true })

// Node strips types and does not know which imports are types unless they say so.
const folder = payload.db.migrationDir
for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts')) {
  const file = path.join(folder, name)
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replace('import { MigrateUpArgs, MigrateDownArgs, sql }', 'import { type MigrateDownArgs, type MigrateUpArgs, sql }'),
  )
}
process.exit(0)
