import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Runs a program in the checkout. Throws with what it said when it fails. */
export function runTool({ root, program, args }: { root: string; program: string; args: string[] }): void {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, CI: 'true' },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${program} ${args.slice(0, 3).join(' ')} failed:\n${stdout}${stderr}`)
}

/** Links what has come into the workspace, and writes it into the lockfile. */
export function linkPackages({ root }: { root: string }): void {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  runTool({ root, program: 'npx', args: ['--yes', packageManager, 'install', '--no-frozen-lockfile', '--prefer-offline'] })
}

/** Brings files or folders into the project's form: the order of imports and the breaks of lines depend on names. */
export function formatFiles({ root, paths }: { root: string; paths: string[] }): void {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  runTool({ root, program: process.execPath, args: [biome, 'check', '--write', ...paths] })
}
