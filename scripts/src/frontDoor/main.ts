import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { rootFolder } from '../env.ts'
import { createFrontDoor } from './createFrontDoor.ts'
import { parseNetlifyRules } from './netlifyRules.ts'

const environmentSchema = z.object({
  LECTERN_HOST: z.string(),
  LECTERN_PORT: z.coerce.number().int(),
  LECTERN_SITE_OUT: z.string(),
  LECTERN_ENTITLEMENT_SECRET: z.string(),
  LECTERN_TRUST_PROXY: z.enum(['yes', 'no']),
  FRONT_DOOR_CMS: z.url(),
  FRONT_DOOR_API: z.url(),
  FRONT_DOOR_SITE: z.url().optional(),
})

/** The origin of the CMS in `netlify.toml`, which whoever deploys there replaces by his own. */
const cmsPlaceholder = 'https://cms.example.org'
/** Milliseconds for requests under way when we are asked to stop. */
const farewell = 5000

const environment = environmentSchema.parse(process.env)
const netlifyFile = join(rootFolder, 'netlify.toml')
const { server, close } = createFrontDoor({
  site: environment.LECTERN_SITE_OUT,
  rules: existsSync(netlifyFile) ? parseNetlifyRules(readFileSync(netlifyFile, 'utf8')) : { redirects: [], headers: [] },
  cmsPlaceholder,
  cmsOrigin: environment.FRONT_DOOR_CMS,
  apiOrigin: environment.FRONT_DOOR_API,
  ...(environment.FRONT_DOOR_SITE ? { siteOrigin: environment.FRONT_DOOR_SITE } : {}),
  entitlementSecret: environment.LECTERN_ENTITLEMENT_SECRET,
  trustProxy: environment.LECTERN_TRUST_PROXY === 'yes',
  onError: (error) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`),
})

server.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
server.listen({ host: environment.LECTERN_HOST, port: environment.LECTERN_PORT, backlog: 1024 })
process.on('SIGTERM', () => {
  void close({ limit: farewell }).then(() => process.exit(0))
})
