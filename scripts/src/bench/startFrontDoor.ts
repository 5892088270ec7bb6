import type { Environment } from '../childEnvironment.ts'
import { startChild } from '../children.ts'
import { frontDoorProgram } from '../frontDoor/program.ts'
import { waitForHealth } from '../health.ts'
import { freePort } from '../ports.ts'
import type { CleanUp } from './cleanUp.ts'

/** Nothing listens there. */
const nowhere = 'http://127.0.0.1:1'

/** Starts the front door before the built site in `site`, without an admin; answers its address. */
export async function startFrontDoor({
  env,
  site,
  logs,
  apiOrigin = nowhere,
  cleanUp,
}: {
  env: Environment
  site: string
  logs: string
  apiOrigin?: string
  cleanUp: CleanUp
}): Promise<{ port: number; origin: string }> {
  const port = await freePort()
  const own = { ...env, LECTERN_HOST: '127.0.0.1', LECTERN_PORT: String(port), LECTERN_SITE_OUT: site }
  const door = startChild({ program: frontDoorProgram({ env: own, cmsOrigin: nowhere, apiOrigin }), logs })
  cleanUp.later(() => door.stop({ limit: 3000 }))
  const origin = `http://127.0.0.1:${port}`
  await waitForHealth({ child: door, url: `${origin}/healthz`, limit: 20_000 })
  return { port, origin }
}
