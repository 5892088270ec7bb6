import { generateImportMap } from 'payload'
import config from '../payload.config.ts'

/** Writes the list of admin components that Next bundles. For developers, after a component was added or moved. */
await generateImportMap(await config, { log: false, force: true })
console.log(JSON.stringify({ ok: true, text: 'The import map was written.' }))
process.exit(0)
