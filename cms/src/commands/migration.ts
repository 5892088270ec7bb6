import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { getPayload } from 'payload'
import { z } from 'zod'
import config from '../payload.config.ts'
import { schemaHasChanged } from './schemaHasChanged.ts'

const inputSchema = z.object({ name: z.string().regex(/^[a-z0-9-]+$/, 'a name has lower case letters, digits and hyphens') })

/** Writes the migration from the committed schema to the present one. For developers; needs no database. */
const { name } = inputSchema.parse(JSON.parse(process.env.LECTERN_COMMAND_INPUT ?? '{}'))
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
if (!(await schemaHasChanged(payload))) {
  console.log(JSON.stringify({ ok: true, text: 'The schema has not changed; nothing was written.' }))
  process.exit(0)
}
await payload.db.createMigration({ payload, migrationName: name, forceAcceptWarning: true })

// Node strips types and does not know which imports are types unless they say so.
const folder = payload.db.migrationDir
for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.ts') && entry !== 'index.ts')) {
  const text = readFileSync(path.join(folder, file), 'utf8')
  const typed = text.replace(
    'import { MigrateUpArgs, MigrateDownArgs, sql }',
    'import { type MigrateDownArgs, type MigrateUpArgs, sql }',
  )
  writeFileSync(path.join(folder, file), typed)
}
console.log(JSON.stringify({ ok: true, text: `The migrations are in ${folder}. Read the new one before you commit it.` }))
process.exit(0)
