import type { BasePayload } from 'payload'
import { registriesOf } from '../registries.ts'
import type { OperationRequest } from '../request.ts'

/** `checked`: how many facts were looked at. `differences`: what is not as the events say, in words; the first of many. */
export type RecountResult = { checked: number; differences: string[] }

/**
 * A plugin's own proof of its effects: computes them anew from the log of events and compares them with what is stored.
 * Reads only.
 */
export type Recount = {
  /** `<plugin>.<what>` */
  name: string
  plugin: string
  /** What is compared with what, in one sentence. */
  says: string
  run: (recount: { req: OperationRequest }) => Promise<RecountResult>
}

/** Differences that a recount names at most; more would help nobody. */
export const namedDifferences = 20

/** Runs every recount that plugins contributed. */
export async function runRecounts({
  payload,
}: {
  payload: BasePayload
}): Promise<(RecountResult & { name: string; says: string })[]> {
  const results: (RecountResult & { name: string; says: string })[] = []
  for (const { name, says, run } of registriesOf(payload).recounts.values()) {
    results.push({ name, says, ...(await run({ req: { payload } })) })
  }
  return results
}
