import { setTimeout as delay } from 'node:timers/promises'
import { type HttpConnection, openConnection } from './httpConnection.ts'

/**
 * Requests that come when they come, as from many people: at random (exponential gaps) with `perSecond` on average,
 * whether or not earlier ones were answered. Answers the milliseconds of each from the moment at which it was due, so
 * that what waits for a slow one counts as well.
 */
export async function openLoop({
  port,
  perSecond,
  count,
  ask,
}: {
  port: number
  perSecond: number
  count: number
  ask: (options: { connection: HttpConnection; index: number }) => Promise<void>
}): Promise<number[]> {
  const idle: HttpConnection[] = []
  const times: number[] = []
  const running: Promise<void>[] = []
  let due = performance.now()
  const send = async (index: number, dueAt: number) => {
    const connection = takeOpen(idle) ?? (await openConnection({ port }))
    await ask({ connection, index })
    times.push(performance.now() - dueAt)
    idle.push(connection)
  }
  try {
    for (let index = 0; index < count; index++) {
      due += (-Math.log(1 - Math.random()) / perSecond) * 1000
      const wait = due - performance.now()
      if (wait > 0) await delay(wait)
      const sent = send(index, due)
      // Awaited below; a failure in between must not count as unhandled.
      sent.catch(() => {})
      running.push(sent)
    }
    await Promise.all(running)
  } finally {
    for (const connection of idle) connection.close()
  }
  return times
}

/** A server ends connections that were idle for long. */
function takeOpen(idle: HttpConnection[]): HttpConnection | undefined {
  const connection = idle.pop()
  return connection === undefined || connection.isOpen() ? connection : takeOpen(idle)
}

/** Each of `connections` repeats `turn` as soon as the last one has ended, for `seconds`. Answers how many turns ended in that time. */
export async function closedLoop({
  port,
  connections,
  seconds,
  acceptEncoding,
  turn,
}: {
  port: number
  connections: number
  seconds: number
  acceptEncoding?: string
  turn: (connection: HttpConnection) => Promise<void>
}): Promise<number> {
  const opened = await Promise.all(
    Array.from({ length: connections }, () => openConnection({ port, ...(acceptEncoding ? { acceptEncoding } : {}) })),
  )
  const end = performance.now() + seconds * 1000
  let turns = 0
  try {
    await Promise.all(
      opened.map(async (connection) => {
        while (performance.now() < end) {
          await turn(connection)
          if (performance.now() < end) turns += 1
        }
      }),
    )
  } finally {
    for (const connection of opened) connection.close()
  }
  return turns
}
