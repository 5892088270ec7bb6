import { join } from 'node:path'
import type { Environment } from '../childEnvironment.ts'
import type { Program } from '../children.ts'
import { rootFolder } from '../env.ts'

/** The front door as a process of its own. */
export function frontDoorProgram({
  env,
  cmsOrigin,
  apiOrigin,
  siteOrigin,
}: {
  env: Environment
  cmsOrigin: string
  apiOrigin: string
  siteOrigin?: string
}): Program {
  return {
    name: 'front-door',
    script: join(rootFolder, 'scripts', 'src', 'frontDoor', 'main.ts'),
    cwd: rootFolder,
    env: { ...env, FRONT_DOOR_CMS: cmsOrigin, FRONT_DOOR_API: apiOrigin, ...(siteOrigin ? { FRONT_DOOR_SITE: siteOrigin } : {}) },
  }
}
