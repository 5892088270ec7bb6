import { generateImportMap } from 'payload'
import config from '../payload.config.ts'

/** Writes the list of admin components that Next bundles. For developers, after a component was added or moved. */
await generateImportMap(await config, { log: false, force: true })
process.exit(0)
