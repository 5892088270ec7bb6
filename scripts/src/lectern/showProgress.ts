import { z } from 'zod'

const progressSchema = z.object({ step: z.string(), done: z.int() })

/** Overwrites one line of the terminal with how far a long command is; silent where there is no terminal. */
export function showProgress(progress: unknown): void {
  const parsed = progressSchema.safeParse(progress)
  if (!parsed.success || !process.stderr.isTTY) return
  const { step, done } = parsed.data
  process.stderr.write(`\r${step}: ${done.toLocaleString('en')}\u001b[K`)
}
