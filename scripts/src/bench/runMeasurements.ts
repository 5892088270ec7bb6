import { mkdirSync } from 'node:fs'
import { type CleanUp, createCleanUp } from './cleanUp.ts'
import type { Measurement, Row } from './measurement.ts'
import { removeLeftovers } from './removeLeftovers.ts'

/** `failures`: names of what could not be measured; the others' rows are there all the same. */
export type Measurements = { rows: Row[]; failures: string[] }

/**
 * Runs one measurement after the other, each in an empty folder. An interruption cleans up and ends the process.
 * `scale` 0…1 shortens loads.
 */
export async function runMeasurements({
  chosen,
  folder,
  scale,
  say,
}: {
  chosen: Measurement[]
  folder: string
  scale: number
  say: (line: string) => void
}): Promise<Measurements> {
  const cleanUp = createCleanUp()
  let leaving: Promise<never> | null = null
  // Ctrl-C may arrive more than once: from the terminal, from npm and from the bootstrap.
  const leave = () => {
    leaving ??= leaveClean({ cleanUp, folder, say })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave)

  const result: Measurements = { rows: [], failures: [] }
  for (const { name, run, seconds } of chosen) {
    await removeLeftovers({ folder })
    mkdirSync(folder, { recursive: true })
    say(`${name} (about ${seconds} s) …`)
    const began = performance.now()
    try {
      const duration = (full: number) => Math.max(1, Math.round(full * scale))
      result.rows.push(...(await run({ folder, cleanUp, duration })))
    } catch (error) {
      if (leaving) return leaving
      result.failures.push(name)
      say(`${name} failed: ${error instanceof Error ? error.message : error}`)
    }
    for (const failure of await cleanUp.run()) say(`${name}, cleaning up: ${failure.message}`)
    await removeLeftovers({ folder })
    say(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
  return result
}

async function leaveClean({
  cleanUp,
  folder,
  say,
}: {
  cleanUp: CleanUp
  folder: string
  say: (line: string) => void
}): Promise<never> {
  say('Interrupted; cleaning up …')
  await cleanUp.run()
  await removeLeftovers({ folder })
  process.exit(130)
}
