import type { Child } from './children.ts'
import { describeEnding, quoteLines } from './children.ts'
import { waitUntil } from './processes.ts'

/** Waits until the address answers with anything but a server error. Throws when the child ends first or `limit` ms pass. */
export async function waitForHealth({ child, url, limit }: { child: Child; url: string; limit: number }): Promise<void> {
  let ended = false
  void child.ended.then(() => {
    ended = true
  })
  let last = 'no answer'
  const healthy = await waitUntil({
    limit,
    interval: 100,
    check: async () => {
      if (ended) return 'never'
      try {
        const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(20_000) })
        await response.body?.cancel()
        last = `status ${response.status}`
        return response.status < 500 ? 'yes' : 'again'
      } catch {
        return 'again'
      }
    },
  })
  if (healthy) return
  if (ended) throw new Error(`${describeEnding({ child, ending: await child.ended })}${quoteLines(child)}`)
  throw new Error(`“${child.name}” was not ready within ${Math.round(limit / 1000)} s (${last}).${quoteLines(child)}`)
}
