import { readFileSync } from 'node:fs'
import { describeEnding, type Program, quoteLines, startChild } from '../children.ts'
import type { CleanUp } from './cleanUp.ts'

/**
 * `seconds` from the start of the process to its end, so the loading of its modules is included. `peak`: bytes of memory
 * at most resident (VmHWM), null where the system does not tell. `last`: the last JSON line it printed.
 */
export type Measured = { seconds: number; peak: number | null; last: unknown }

/** Milliseconds between two looks at the memory. The kernel keeps the highest value, so only the last moments can be missed. */
const interval = 50

/** Runs a program to its end. Throws an Error with the last lines of its output when it fails. */
export async function runMeasured({
  program,
  logs,
  cleanUp,
}: {
  program: Program
  logs: string
  cleanUp: CleanUp
}): Promise<Measured> {
  let last: unknown = null
  const began = performance.now()
  const child = startChild({
    program,
    logs,
    onLine: ({ text, stream }) => {
      if (stream === 'stdout' && text.startsWith('{')) last = JSON.parse(text)
    },
  })
  cleanUp.later(() => child.stop({ limit: 5000 }))
  let peak: number | null = null
  const watch = setInterval(() => {
    peak = readPeak(child.pid) ?? peak
  }, interval)
  const ending = await child.ended
  clearInterval(watch)
  const seconds = (performance.now() - began) / 1000
  if (ending.code !== 0) throw new Error(`${describeEnding({ child, ending })}${quoteLines(child)}`)
  return { seconds, peak, last }
}

function readPeak(pid: number): number | null {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kibibytes === undefined ? null : Number(kibibytes) * 1024
  } catch {
    return null
  }
}
