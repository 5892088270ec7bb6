import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChecks } from './check/runChecks.ts'
import { rootFolder } from './env.ts'
import { type SuiteResult, summariseReport } from './test/summariseReport.ts'

/** In this order: the quick ones first. The tests are projects of vitest.config.ts. */
const suites = ['check', 'unit', 'integration', 'browser']

process.exit(await main(process.argv.slice(2)))

/** Runs all suites, or those named: `npm test -- unit check`. */
async function main(wanted: string[]): Promise<number> {
  const unknown = wanted.filter((name) => !suites.includes(name))
  if (unknown.length > 0) {
    process.stderr.write(`There is no suite “${unknown.join(', ')}”. There are: ${suites.join(', ')}.\n`)
    return 2
  }
  const results: SuiteResult[] = []
  for (const name of suites.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    process.stdout.write(`\n── ${name} ${'─'.repeat(70 - name.length)}\n\n`)
    results.push(name === 'check' ? await runCheckSuite() : await runVitest(name))
  }
  process.stdout.write(`\n${toTable(results)}\n\n`)
  const [passed, failed] = [sum(results, 'passed'), sum(results, 'failed')]
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
}

async function runCheckSuite(): Promise<SuiteResult> {
  const began = performance.now()
  const results = await runChecks({
    onResult: ({ name, ok, output, seconds }) => {
      process.stdout.write(`${ok ? '✓' : '✗'} ${name}  ${seconds.toFixed(1)} s\n`)
      if (!ok) process.stdout.write(`${output.replaceAll(/^/gm, '    ')}\n`)
    },
  })
  const passed = results.filter(({ ok }) => ok).length
  return {
    name: 'check',
    passed,
    failed: results.length - passed,
    skipped: 0,
    seconds: (performance.now() - began) / 1000,
    reason: null,
  }
}

async function runVitest(project: string): Promise<SuiteResult> {
  const began = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'lectern-report-'))
  const reportFile = join(folder, 'report.json')
  try {
    const exitCode = await run([
      join(rootFolder, 'node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--project', project, '--reporter', 'default', '--reporter', 'json', `--outputFile.json=${reportFile}`],
    ])
    const report: unknown = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined
    return summariseReport({ name: project, report, exitCode, seconds: (performance.now() - began) / 1000 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: rootFolder, stdio: ['ignore', 'inherit', 'inherit'] })
    // Vitest stops its servers when it is asked to end; then it is our turn.
    const pass = (signal: NodeJS.Signals) => child.kill(signal)
    process.once('SIGINT', pass).once('SIGTERM', pass)
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

function toTable(results: SuiteResult[]): string {
  return results
    .map(({ name, passed, failed, skipped, seconds, reason }) => {
      const counts = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ')
      return `${failed === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${counts}  ${seconds.toFixed(1)} s${reason ? ` — ${reason}` : ''}`
    })
    .join('\n')
}

function sum(results: SuiteResult[], key: 'passed' | 'failed'): number {
  return results.reduce((total, result) => total + result[key], 0)
}
