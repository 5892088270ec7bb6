import { readSnapshot, type Snapshot } from './readSnapshot.ts'

let snapshot: Snapshot | undefined

/** The snapshot of this build, read once. `LECTERN_SNAPSHOT` was made absolute by the Astro configuration. */
export function getSnapshot(): Snapshot {
  snapshot ??= readSnapshot({ dir: process.env.LECTERN_SNAPSHOT ?? '' })
  return snapshot
}
