import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Environment } from './childEnvironment.ts'
import { type Program, runProgram } from './children.ts'
import { rootFolder } from './env.ts'
import { examplePackages } from './examplePackages.ts'
import { inputsDigest } from './inputsDigest.ts'

const cmsFolder = join(rootFolder, 'cms')
const inputs = ['cms', 'plugins', 'content-schemas', 'pnpm-lock.yaml', 'tsconfig.json']

/** The `next` program of the CMS with the given arguments. */
export function nextProgram({ name, args, env }: { name: string; args: string[]; env: Environment }): Program {
  const script = createRequire(join(cmsFolder, 'package.json')).resolve('next/dist/bin/next')
  return { name, script, scriptArguments: args, cwd: cmsFolder, env }
}

/** `next build`, unless what it was last built from has not changed. Returns whether it was built. */
export async function buildCms({ env, logs, signal }: { env: Environment; logs: string; signal: AbortSignal }): Promise<boolean> {
  const stamp = join(cmsFolder, '.next', 'lectern-inputs')
  const digest = inputsDigest({ root: rootFolder, paths: [...inputs, ...examplePackages({ root: rootFolder })] })
  const complete = () => existsSync(join(cmsFolder, '.next', 'BUILD_ID'))
  if (complete() && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false
  rmSync(stamp, { force: true })
  await runProgram({ program: nextProgram({ name: 'cms-build', args: ['build'], env }), logs, signal })
  if (!complete()) throw new Error('The CMS was built without a result in cms/.next. Was something else building there?')
  writeFileSync(stamp, digest)
  return true
}
