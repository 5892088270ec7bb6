import { join } from 'node:path'
import type { Environment } from './childEnvironment.ts'
import type { Program } from './children.ts'
import { rootFolder } from './env.ts'

/** A program of the CMS that runs on Node directly: `commands/migrate`, `api`, `worker` … */
export function cmsProgram({
  path,
  args = [],
  env,
  nodeArguments = [],
}: {
  path: string
  args?: string[]
  env: Environment
  nodeArguments?: string[]
}): Program {
  return {
    name: path.split('/').at(-1) ?? path,
    script: join(rootFolder, 'cms', 'src', `${path}.ts`),
    scriptArguments: args,
    nodeArguments,
    cwd: join(rootFolder, 'cms'),
    env,
  }
}
