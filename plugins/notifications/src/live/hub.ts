import type { Locale } from '@lectern/content-schemas'
import { type OperationRequest, poolOf } from '@lectern/kernel'
import type { BasePayload } from 'payload'
import { notificationErrors } from '../errors.ts'
import { heartbeat, notificationFrame, opening, unreadFrame } from './frames.ts'
import { listen } from './listen.ts'
import { everyone } from './pokes.ts'
import { endedSessions, newSince, startOfNews, startOfOverlap } from './readNew.ts'

/** Milliseconds. Proxies hang up on silence, most of them after 30 or 60 seconds. */
const heartbeatEvery = 20_000
/** Pokes that come close together are answered together. */
const gather = 15
/** Frames that a slow reader may be behind before it is hung up on; it asks again and goes on where it was. */
const maxBehind = 64

type Listener = {
  learner: string
  session: string
  locale: Locale
  /** Ids that were sent already, and from where on to look for more. */
  cursor: string
  seen: Set<string>
  unread: number | null
  send: (frame: string) => void
  end: () => void
}

export type Hub = {
  /** A stream of one page. Throws TOO_MANY_STREAMS or STREAMS_FULL. */
  open: (input: {
    learner: string
    session: string
    locale: Locale
    lastEventId: string | null
  }) => Promise<ReadableStream<Uint8Array>>
}

/**
 * Live inboxes of one process. Every process listens to the same PostgreSQL channel; a notice only says whose inbox changed,
 * and what is new is read from the database, for all listeners at once. So nothing is lost when a notice is: the next one, a
 * new connection and a page that comes back find everything since the last notification that they have.
 */
export function createHub({
  payload,
  limits,
}: {
  payload: BasePayload
  limits: { perLearner: number; perProcess: number }
}): Hub {
  const req: OperationRequest = { payload }
  const listeners = new Set<Listener>()
  const dirty = new Set<string>()
  let flushing = false
  let beating: NodeJS.Timeout | null = null
  let listening: Promise<{ close: () => Promise<void> }> | null = null

  const logged = (work: Promise<void>) => {
    work.catch((error: unknown) => payload.logger.error({ err: error, msg: 'Live notifications failed' }))
  }

  const poke = (whom: string[]) => {
    const anyone = whom.includes(everyone)
    for (const { learner } of listeners) if (anyone || whom.includes(learner)) dirty.add(learner)
    if (dirty.size === 0 || flushing) return
    flushing = true
    setTimeout(() => logged(flush()), gather)
  }

  async function flush(): Promise<void> {
    flushing = false
    const learners = new Set(dirty)
    dirty.clear()
    const concerned = [...listeners].filter(({ learner }) => learners.has(learner))
    await bringUpToDate({ req, listeners: concerned })
  }

  async function beat(): Promise<void> {
    const ended = await endedSessions({ req, sessions: [...listeners].map(({ session }) => session) })
    for (const listener of listeners) {
      if (ended.has(listener.session)) listener.end()
      else listener.send(heartbeat)
    }
  }

  /** The connection is there while someone listens. */
  async function start(): Promise<void> {
    beating ??= setInterval(() => logged(beat()), heartbeatEvery)
    listening ??= listen({ pool: poolOf(req), onNotice: poke, onReconnect: () => poke([everyone]) })
    try {
      await listening
    } catch (error) {
      stop()
      throw error
    }
  }

  function stop(): void {
    const open = listening
    listening = null
    if (beating) clearInterval(beating)
    beating = null
    open?.then(
      ({ close }) => logged(close()),
      () => {},
    )
  }

  function remove(listener: Listener): boolean {
    const removed = listeners.delete(listener)
    if (removed && listeners.size === 0) stop()
    return removed
  }

  function add({
    learner,
    session,
    locale,
    lastEventId,
    cursor,
    controller,
  }: {
    learner: string
    session: string
    locale: Locale
    lastEventId: string | null
    cursor: string
    controller: ReadableStreamDefaultController<Uint8Array>
  }): Listener {
    const encoder = new TextEncoder()
    const listener: Listener = {
      learner,
      session,
      locale,
      cursor,
      seen: new Set(lastEventId ? [lastEventId] : []),
      unread: null,
      send: (frame) => {
        if (!listeners.has(listener)) return
        if ((controller.desiredSize ?? 0) < -maxBehind) return listener.end()
        controller.enqueue(encoder.encode(frame))
      },
      end: () => {
        if (remove(listener)) controller.close()
      },
    }
    listeners.add(listener)
    return listener
  }

  return {
    async open(input) {
      if (listeners.size >= limits.perProcess) throw notificationErrors.serverFull()
      const own = [...listeners].filter(({ learner }) => learner === input.learner)
      if (own.length >= limits.perLearner) throw notificationErrors.tooManyStreams()
      await start()
      const cursor = input.lastEventId ? startOfOverlap(input.lastEventId) : await startOfNews({ req })
      let listener: Listener | null = null
      return new ReadableStream<Uint8Array>({
        start: (controller) => {
          listener = add({ ...input, cursor, controller })
          listener.send(opening)
          poke([input.learner])
        },
        cancel: () => {
          if (listener) remove(listener)
        },
      })
    },
  }
}

/** Sends each listener what is new for it: two queries, however many listeners. */
async function bringUpToDate({ req, listeners }: { req: OperationRequest; listeners: Listener[] }): Promise<void> {
  const { arrived, unread } = await newSince({ req, listeners })
  for (const listener of listeners) {
    const count = unread.get(listener.learner) ?? 0
    const fresh = (arrived.get(listener) ?? []).filter(({ id }) => !listener.seen.has(id))
    for (const item of fresh) {
      listener.seen.add(item.id)
      listener.send(notificationFrame({ item, unread: count }))
    }
    if (fresh.length === 0 && count !== listener.unread) listener.send(unreadFrame(count))
    listener.unread = count
    const newest = fresh.at(-1)?.id
    if (newest) listener.cursor = startOfOverlap(newest)
  }
}
