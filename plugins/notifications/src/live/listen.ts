import pg, { type Pool } from 'pg'
import { pokeChannel } from './pokes.ts'

/** Milliseconds between tries to connect again. */
const pause = 1000

/**
 * Listens on a connection of its own, outside the pool, for as long as it is not closed. `onNotice` gets the learners of a
 * notice. A connection that breaks is replaced, and then `onReconnect` is told, because notices were missed meanwhile.
 */
export async function listen({
  pool,
  onNotice,
  onReconnect,
}: {
  pool: Pool
  onNotice: (learners: string[]) => void
  onReconnect: () => void
}): Promise<{ close: () => Promise<void> }> {
  let closed = false
  let client: pg.Client | null = null
  let waiting: NodeJS.Timeout | null = null

  async function connect(): Promise<void> {
    const fresh = new pg.Client(pool.options)
    fresh.on('notification', ({ payload = '' }) => onNotice(payload.split(',')))
    fresh.on('error', () => {})
    fresh.once('end', () => {
      if (client === fresh && !closed) again()
    })
    await fresh.connect()
    await fresh.query(`listen ${pokeChannel}`)
    client = fresh
    if (closed) await fresh.end()
  }

  function again(): void {
    waiting = setTimeout(() => {
      connect().then(onReconnect, again)
    }, pause)
  }

  await connect()
  return {
    async close() {
      closed = true
      if (waiting) clearTimeout(waiting)
      await client?.end()
    },
  }
}
