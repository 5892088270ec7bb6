import path from 'node:path'
import { writeSnapshot } from '@lectern/publishing'
import { getPayload } from 'payload'
import config from '../payload.config.ts'
import { dataFolder, mediaFolder } from '../settings.ts'

/** Writes the snapshot of what is published, from which the site is built. */
const payload = await getPayload({ config, disableOnInit: true })
const result = await writeSnapshot({
  req: { payload },
  folder: process.env.LECTERN_SNAPSHOT ?? path.join(dataFolder(), 'snapshot'),
  mediaFolder: mediaFolder(),
  renditions: path.join(dataFolder(), 'renditions'),
})
console.log(JSON.stringify(result))
if (!result.imprint)
  console.warn('The site has no legal notice. Write one in the admin, below Courses → Site; many countries require it.')
await payload.destroy()
process.exit(0)
