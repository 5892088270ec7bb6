import { type CheckResult, runChecks } from './check/runChecks.ts'

const results = await runChecks({ onResult: printCheck })
const failed = results.filter(({ ok }) => !ok)
process.stdout.write(failed.length === 0 ? '\nAll checks passed.\n' : `\nFailed: ${failed.map(({ name }) => name).join(', ')}.\n`)
process.exit(failed.length === 0 ? 0 : 1)

function printCheck({ name, ok, output, seconds }: CheckResult): void {
  process.stdout.write(`${ok ? '✓' : '✗'} ${name}  ${seconds.toFixed(1)} s\n`)
  if (!ok) process.stdout.write(`${output.replaceAll(/^/gm, '    ')}\n`)
}
