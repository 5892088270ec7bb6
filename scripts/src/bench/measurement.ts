import type { CleanUp } from './cleanUp.ts'

export type Unit = 's' | 'ms' | 'MiB' | 'KB' | '/s' | 'statements' | ''

/** `text` goes before the number. A figure without a target is told for what it is. */
export type Figure = { value: number; unit: Unit; text?: string; target?: { atMost: number } | { atLeast: number } }

/** One line of the table. `on`: on what it was measured and what the numbers include. `peer`: the same of another platform. */
export type Row = { what: string; on: string; peer?: string } & ({ figures: Figure[] } | { skipped: string })

export type Bench = {
  /** Absolute; emptied before and removed after. Nothing is written elsewhere but in the system's temporary folder. */
  folder: string
  cleanUp: CleanUp
  /** Seconds for which a load is kept up, of the `full` ones: fewer when one only wants to see that it works. */
  duration: (full: number) => number
}

/** `seconds`: about how long it takes on two free cores. */
export type Measurement = { name: string; summary: string; seconds: number; run: (bench: Bench) => Promise<Row[]> }

export function isMet({ value, target }: Figure): boolean {
  if (!target) return true
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast
}
