import { setTimeout as pause } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { presenceLock } from './sweepQueue.ts'

export type Presence = { end: () => Promise<void> }

/** Before the next try to reach a database that has gone away. */
const againMs = 500

/**
 * Shows that a worker lives: a lock that PostgreSQL itself drops with the connection, so that a killed process is known to be
 * dead at once and by no clock. A lost connection is replaced.
 */
export function showPresence({ pool, worker }: { pool: Pool; worker: string }): Presence {
  const ending = new AbortController()
  const kept = keep()
  return {
    end: async () => {
      ending.abort()
      await kept
    },
  }

  async function keep(): Promise<void> {
    while (!ending.signal.aborted) {
      const client = await take()
      if (client) await untilLost(client)
      else await pause(againMs)
    }
  }

  async function take(): Promise<PoolClient | null> {
    try {
      const client = await pool.connect()
      client.on('error', () => {})
      await client.query(`select pg_advisory_lock(${presenceLock('$1::text')})`, [worker])
      return client
    } catch {
      return null
    }
  }

  function untilLost(client: PoolClient): Promise<void> {
    return new Promise((resolve) => {
      const over = () => {
        client.off('end', over)
        ending.signal.removeEventListener('abort', over)
        // Closed, not given back: the lock ends with the connection.
        client.release(true)
        resolve()
      }
      client.once('end', over)
      ending.signal.addEventListener('abort', over, { once: true })
      if (ending.signal.aborted) over()
    })
  }
}
