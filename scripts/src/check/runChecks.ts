import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventFamilies } from '@lectern/content-schemas'
import { rootFolder } from '../env.ts'
import { eventsPagePath, toEventsPage } from '../eventsPage/toEventsPage.ts'
import { findBoundaryBreaks } from './findBoundaryBreaks.ts'
import { type Finding, findNakedCalls } from './findNakedCalls.ts'
import { readSources } from './readSources.ts'

export type CheckResult = { name: string; ok: boolean; output: string; seconds: number }
type Check = { name: string; run: () => Promise<{ ok: boolean; output: string }> }

const productCode = /^(cms\/src|(plugins|examples)\/[^/]+\/src|scripts\/src)\//

const checks: Check[] = [
  { name: 'types', run: () => runTool({ packageName: 'typescript', bin: 'tsc', args: ['--project', 'tsconfig.json'] }) },
  {
    name: 'types of the site',
    run: () => runTool({ packageName: 'typescript', bin: 'tsc', args: ['--project', 'site/tsconfig.json'] }),
  },
  {
    name: 'format and lint',
    run: () => runTool({ packageName: '@biomejs/biome', bin: 'biome', args: ['check', '--error-on-warnings', '.'] }),
  },
  { name: 'boundaries', run: async () => report(findBoundaryBreaks({ sources: readSources({ root: rootFolder }) })) },
  {
    name: 'Payload calls',
    run: async () => {
      const sources = readSources({ root: rootFolder }).filter(({ path }) => productCode.test(path))
      return report(sources.flatMap((source) => findNakedCalls({ source })))
    },
  },
  { name: 'generated files', run: checkGeneratedFiles },
  { name: 'page of events', run: async () => checkEventsPage() },
  { name: 'unused', run: () => runTool({ packageName: 'knip', bin: 'knip', args: ['--no-progress'] }) },
]

/** Runs every check, whatever the others say; `onResult` hears of each when it has ended. */
export async function runChecks({ onResult }: { onResult: (result: CheckResult) => void }): Promise<CheckResult[]> {
  const results: CheckResult[] = []
  for (const check of checks) {
    const began = performance.now()
    const { ok, output } = await check.run()
    const result = { name: check.name, ok, output, seconds: (performance.now() - began) / 1000 }
    results.push(result)
    onResult(result)
  }
  return results
}

function report(findings: Finding[]): { ok: boolean; output: string } {
  return {
    ok: findings.length === 0,
    output: findings.map(({ path, line, message }) => `${path}:${line}: ${message}`).join('\n'),
  }
}

function checkEventsPage(): { ok: boolean; output: string } {
  const ok = readFileSync(join(rootFolder, eventsPagePath), 'utf8') === toEventsPage({ families: eventFamilies })
  return { ok, output: ok ? '' : `${eventsPagePath} is not what the catalogue says: npm run format writes it.` }
}

/** The CMS does not start without secrets, even to look at its own config; these last as long as the check. */
function checkGeneratedFiles(): Promise<{ ok: boolean; output: string }> {
  const secrets = {
    PAYLOAD_SECRET: randomBytes(32).toString('base64url'),
    LECTERN_ENTITLEMENT_SECRET: randomBytes(32).toString('base64url'),
  }
  return runScript({
    script: join(rootFolder, 'cms/src/commands/checkGenerated.ts'),
    args: [],
    env: { ...process.env, ...secrets },
  })
}

/** Runs the program of a package on this Node; `bin` is its name in the package's manifest. */
function runTool({
  packageName,
  bin,
  args,
}: {
  packageName: string
  bin: string
  args: string[]
}): Promise<{ ok: boolean; output: string }> {
  const folder = join(rootFolder, 'node_modules', packageName)
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return runScript({ script: join(folder, typeof bins === 'string' ? bins : bins[bin]), args, env: process.env })
}

function runScript({
  script,
  args,
  env,
}: {
  script: string
  args: string[]
  env: NodeJS.ProcessEnv
}): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: rootFolder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const take = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', (error) => resolve({ ok: false, output: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, output: output.trim() }))
  })
}
