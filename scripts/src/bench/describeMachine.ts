import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { findServerAccount } from '../postgres/serverAccount.ts'
import { findServerBinaries } from '../postgres/serverBinaries.ts'

/** Share of the cores that others may use at the start before the numbers are called disturbed. */
const tolerated = 0.25

/** What the numbers depend on, in one sentence. `busy`: others were working on the machine when it was asked. */
export function describeMachine(): { text: string; busy: boolean } {
  const cores = availableParallelism()
  const memory = Math.round(totalmem() / 1024 ** 3)
  const { version } = findServerBinaries({ account: findServerAccount() })
  const [load = 0] = loadavg()
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  return {
    text: `${cores} cores (${model}), ${memory} GiB of memory, ${process.platform}; Node ${process.versions.node}, PostgreSQL ${version.split('-')[0]}; load before the start ${load.toFixed(1)}`,
    busy: load > cores * tolerated,
  }
}
