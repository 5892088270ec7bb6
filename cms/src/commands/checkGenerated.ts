import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateImportMap, getPayload } from 'payload'
import config from '../payload.config.ts'
import { schemaHasChanged } from './schemaHasChanged.ts'

/** Says whether the committed migrations and import map are those of the present config. Needs no database. */
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
const problems = [...(await checkMigrations()), ...(await checkImportMap())]
console.log(
  JSON.stringify({ ok: problems.length === 0, text: problems.join('\n') || 'Migrations and import map are up to date.' }),
)
process.exit(problems.length === 0 ? 0 : 1)

async function checkMigrations(): Promise<string[]> {
  const changed = await schemaHasChanged(payload)
  return changed ? ['The schema has changed. Write the migration with: npm run lectern -- migration <name>'] : []
}

async function checkImportMap(): Promise<string[]> {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), '../app/(payload)/admin/importMap.js')
  const committed = readFileSync(file, 'utf8')
  await generateImportMap(await config, { log: false, force: true })
  const present = readFileSync(file, 'utf8')
  writeFileSync(file, committed)
  return present === committed ? [] : ['The admin has other components. Renew the import map with: npm run lectern -- import-map']
}
