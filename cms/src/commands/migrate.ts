import { migrateQueue, poolOf } from '@lectern/kernel'
import { getPayload } from 'payload'
import config from '../payload.config.ts'

/** Brings the database to the present schema: the CMS's tables, then the queue's. Does nothing when it is there already. */
const payload = await getPayload({ config, disableOnInit: true })
await migrateQueue({ pool: poolOf({ payload }) })
await payload.db.migrate()
console.log(JSON.stringify({ migrated: true }))
await payload.destroy()
process.exit(0)
