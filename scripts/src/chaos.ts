import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createCleanUp } from './bench/cleanUp.ts'
import { describeMachine } from './bench/describeMachine.ts'
import { writeReport } from './bench/writeReport.ts'
import { readPlan } from './chaos/plan.ts'
import { runChaos } from './chaos/runChaos.ts'
import { toChaosReport } from './chaos/toChaosReport.ts'
import { rootFolder } from './env.ts'

const page = 'docs/chaos.md'
/** Fewer kills than this prove little and do not rewrite the page. */
const wholeRun = 100

process.exit(await main(process.argv.slice(2)))

/** 0 every promise was kept, 1 one was broken or the run failed, 2 not understood. */
async function main(args: string[]): Promise<number> {
  const plan = readPlan(args)
  if (typeof plan === 'string') {
    process.stderr.write(`${plan}\n\nnpm run chaos -- [--kills N] [--seconds S] [--seed n]\n`)
    return 2
  }
  const folder = join(rootFolder, '.lectern', 'chaos')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const cleanUp = createCleanUp()
  const interrupt = () => void cleanUp.run().then(() => process.exit(1))
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  const machine = describeMachine().text
  try {
    const say = (line: string) => void process.stderr.write(`  ${line}\n`)
    const result = await runChaos({ bench: { folder, cleanUp, duration: (full) => full }, plan, say })
    const date = new Date().toISOString().slice(0, 10)
    const text = toChaosReport({ result, plan, machine, date })
    process.stdout.write(`\n${text}`)
    if (result.kills.api + result.kills.worker + result.kills.postgres >= wholeRun)
      writeReport({ path: join(rootFolder, page), command: 'npm run chaos', text })
    return result.promises.every(({ broken }) => broken.length === 0) ? 0 : 1
  } finally {
    const failures = await cleanUp.run()
    for (const { message } of failures) process.stderr.write(`  ${message}\n`)
    rmSync(folder, { recursive: true, force: true })
  }
}
