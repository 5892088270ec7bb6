import type { Attempt, AttemptItem } from '@lectern/content-schemas'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiFailure } from '../lib/api.ts'
import { getAttempt, saveResponse } from '../lib/attemptApi.ts'
import { enqueue, mergeQueue, nextRevision, parseQueue, type ResponseQueue, settle } from '../lib/responseQueue.ts'

export type SavedState = { kind: 'saved' | 'saving' | 'offline' } | { kind: 'failed'; error: ApiFailure }

export type Answers = {
  items: AttemptItem[]
  saved: SavedState
  /** True once an answer of another device has taken the place of one given here. */
  overtaken: boolean
  answer: (input: { item: string; response: unknown }) => void
  /** Sends what waits; true when nothing is left to send. */
  flush: () => Promise<boolean>
}

/** Milliseconds: an answer is sent when typing pauses for this long. */
const pause = 700
/** Milliseconds between tries while there is no connection. */
const retryEvery = 8000

/**
 * Answers of a running attempt. Each is kept on the device first and then sent, one at a time and in order, so that a lost
 * connection or a closed page loses nothing.
 */
export function useAnswers({ attempt }: { attempt: Attempt }): Answers {
  const key = `lectern-answers-${attempt.attempt}`
  const [initial] = useState(() => mergeQueue({ items: attempt.items, queue: parseQueue(readStorage(key)) }))
  const [items, setItems] = useState<AttemptItem[]>(initial.items)
  const [saved, setSaved] = useState<SavedState>({ kind: initial.queue.length > 0 ? 'saving' : 'saved' })
  const [overtaken, setOvertaken] = useState(initial.overtaken)
  const queue = useRef<ResponseQueue>(initial.queue)
  const latest = useRef(items)
  const sending = useRef<Promise<boolean> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const update = useCallback((next: AttemptItem[]): void => {
    latest.current = next
    setItems(next)
  }, [])
  const keep = useCallback(
    (next: ResponseQueue): void => {
      queue.current = next
      writeStorage(key, next.length === 0 ? null : JSON.stringify(next))
    },
    [key],
  )

  const adoptStored = useCallback(async (): Promise<void> => {
    const fresh = await getAttempt(attempt.attempt)
    if (!fresh.ok) return
    const merged = mergeQueue({ items: fresh.value.items, queue: queue.current })
    keep(merged.queue)
    update(merged.items)
    setOvertaken(true)
  }, [attempt.attempt, keep, update])

  const sendAll = useCallback(async (): Promise<boolean> => {
    for (let entry = queue.current[0]; entry; entry = queue.current[0]) {
      setSaved({ kind: 'saving' })
      const answer = await saveResponse({ attempt: attempt.attempt, ...entry })
      if (!answer.ok) {
        const later = answer.error.code === 'NETWORK' || answer.error.status >= 500
        setSaved(later ? { kind: 'offline' } : { kind: 'failed', error: answer.error })
        return false
      }
      const { item, revision } = entry
      keep(settle(queue.current, { item, revision }))
      update(
        latest.current.map((known) =>
          known.item === item ? { ...known, revision: Math.max(known.revision, answer.value.revision) } : known,
        ),
      )
      if (!answer.value.saved && answer.value.revision > revision) await adoptStored()
    }
    setSaved({ kind: 'saved' })
    return true
  }, [attempt.attempt, keep, update, adoptStored])

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    sending.current ??= sendAll().finally(() => {
      sending.current = null
    })
    return sending.current
  }, [sendAll])

  const answer = useCallback(
    ({ item, response }: { item: string; response: unknown }): void => {
      const known = latest.current.find((candidate) => candidate.item === item)
      if (!known) return
      keep(enqueue(queue.current, { item, response, revision: nextRevision({ queue: queue.current, stored: known }) }))
      update(latest.current.map((candidate) => (candidate.item === item ? { ...candidate, response } : candidate)))
      setSaved({ kind: 'saving' })
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, pause)
    },
    [keep, update, flush],
  )

  useEffect(() => {
    const retry = (): void => {
      if (queue.current.length > 0) void flush()
    }
    const beforeHiding = (): void => {
      if (document.visibilityState === 'hidden') retry()
    }
    retry()
    const every = setInterval(retry, retryEvery)
    addEventListener('online', retry)
    document.addEventListener('visibilitychange', beforeHiding)
    return () => {
      clearInterval(every)
      clearTimeout(timer.current)
      removeEventListener('online', retry)
      document.removeEventListener('visibilitychange', beforeHiding)
    }
  }, [flush])

  return { items, saved, overtaken, answer, flush }
}

function readStorage(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function writeStorage(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Without storage answers still wait in memory for as long as the page is open.
  }
}
