import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { describeMachine } from './bench/describeMachine.ts'
import type { Measurement } from './bench/measurement.ts'
import { measurements } from './bench/measurements.ts'
import { runMeasurements } from './bench/runMeasurements.ts'
import { toTable } from './bench/toTable.ts'
import { writeReport } from './bench/writeReport.ts'
import { rootFolder } from './env.ts'
import { withFileLock } from './fileLock.ts'

const folder = join(rootFolder, '.lectern', 'bench')
const page = 'docs/benchmarks.md'
/** Share of the full time for which `--short` keeps up a load. */
const short = 0.15

process.exit(await main(process.argv.slice(2)))

/** 0 measured, 1 something could not be measured, 2 not understood. A missed target is a result, not a failure. */
async function main(args: string[]): Promise<number> {
  const asked = readArguments(args)
  if (asked === 'help') {
    process.stdout.write(describe())
    return 0
  }
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n\n${describe()}`)
    return 2
  }
  const machine = describeMachine()
  const date = new Date().toISOString().slice(0, 10)
  const say = (line: string) => void process.stderr.write(`  ${line}\n`)
  if (machine.busy) say('Others are at work on this machine: the numbers will be worse than they could be.')
  const { rows, failures } = await withFileLock({
    path: `${folder}.lock`,
    work: () => runMeasurements({ chosen: asked.chosen, folder, scale: asked.isShort ? short : 1, say }),
  })
  const text = `Measured on ${date} on one machine: ${machine.text}.\n\n${toTable(rows)}`
  process.stdout.write(`\n${text}`)
  const isWhole = asked.chosen.length === measurements.length && !asked.isShort && failures.length === 0
  if (isWhole) writeReport({ path: join(rootFolder, page), command: 'npm run bench', text })
  else say(`${page} is left as it is: it is written by a whole run without failures.`)
  return failures.length > 0 ? 1 : 0
}

/** What was asked for, `help`, or a sentence about what was not understood. */
function readArguments(args: string[]): { chosen: Measurement[]; isShort: boolean } | string {
  try {
    const options = { short: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (values.help) return 'help'
    const unknown = positionals.find((name) => !measurements.some((each) => each.name === name))
    if (unknown !== undefined) return `There is no measurement “${unknown}”.`
    const chosen = measurements.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
    return { chosen, isShort: values.short ?? false }
  } catch (error) {
    // parseArgs throws for options it does not know, with a sentence.
    return error instanceof Error ? error.message : String(error)
  }
}

function describe(): string {
  const width = Math.max(...measurements.map(({ name }) => name.length))
  const lines = measurements.map(({ name, summary, seconds }) => `  ${name.padEnd(width)}  ${summary} (about ${seconds} s)`)
  return `npm run bench -- [--short] [<name> …]\n\n${lines.join('\n')}\n\n  --short  Keep up loads for a moment only, to see that they work\n`
}
