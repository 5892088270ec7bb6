import type { Attempt, AttemptItem, Certainty } from '@lectern/content-schemas'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiFailure } from '../lib/api.ts'
import { checkItem, flagItem, getAttempt, saveResponse } from '../lib/attemptApi.ts'
import { enqueue, mergeQueue, nextRevision, parseQueue, type ResponseQueue, settle } from '../lib/responseQueue.ts'

export type SavedState = { kind: 'saved' | 'saving' | 'offline' } | { kind: 'failed'; error: ApiFailure }

export type Answers = {
  items: AttemptItem[]
  saved: SavedState
  /** True once an answer of another device has taken the place of one given here. */
  overtaken: boolean
  answer: (input: { item: string; response: unknown }) => void
  /** Gives the answer that `change` makes of the present one. */
  revise: (input: { item: string; change: (response: unknown) => unknown }) => void
  /** Says how sure the learner is of the answer. */
  judge: (input: { item: string; certainty: Certainty }) => void
  /** Puts a flag on a question or takes it away; answers what speaks against it, or null. */
  flag: (input: { item: string; flagged: boolean }) => Promise<ApiFailure | null>
  /** Saves what waits and has one question marked at once; answers what speaks against it, or null. */
  check: (item: string) => Promise<ApiFailure | null>
  /** Sends what waits; true when nothing is left to send. */
  flush: () => Promise<boolean>
}

/** Milliseconds: an answer is sent when typing pauses for this long. */
const pause = 700
/** Refusals that will not go away: the question was settled or passed elsewhere, and what is stored holds. */
const overtakenBy = new Set(['ITEM_LOCKED', 'QUESTION_PASSED', 'QUESTION_NOT_REACHED'])
/** Milliseconds between tries while there is no connection. */
const retryEvery = 8000

/**
 * Answers of a running attempt. Each is kept on the device first and then sent, one at a time and in order, so that a lost
 * connection or a closed page loses nothing.
 */
export function useAnswers({
  attempt,
  onTurned,
}: {
  attempt: Attempt
  /** The attempt stands on another page than the one shown: it was turned elsewhere. */
  onTurned: (attempt: Attempt) => void
}): Answers {
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
  /** The same change here and in storage, where answers given in another tab stay. */
  const keep = useCallback(
    (change: (queue: ResponseQueue) => ResponseQueue): void => {
      queue.current = change(queue.current)
      const shared = change(parseQueue(readStorage(key)))
      writeStorage(key, shared.length === 0 ? null : JSON.stringify(shared))
    },
    [key],
  )
  const takeOver = useCallback((): void => {
    queue.current = parseQueue(readStorage(key)).reduce(enqueue, queue.current)
  }, [key])

  const adoptStored = useCallback(async (): Promise<void> => {
    const fresh = await getAttempt(attempt.attempt)
    if (!fresh.ok) return
    if (fresh.value.page !== attempt.page) return onTurned(fresh.value)
    const merged = mergeQueue({ items: fresh.value.items, queue: queue.current })
    const waiting = new Set(merged.queue.map(({ item }) => item))
    keep((entries) => entries.filter(({ item }) => waiting.has(item)))
    update(merged.items)
  }, [attempt.attempt, attempt.page, keep, update, onTurned])

  const sendAll = useCallback(async (): Promise<boolean> => {
    takeOver()
    for (let entry = queue.current[0]; entry; entry = queue.current[0]) {
      setSaved({ kind: 'saving' })
      const answer = await saveResponse({ attempt: attempt.attempt, ...entry })
      if (!answer.ok && overtakenBy.has(answer.error.code)) {
        const refused = entry
        keep((entries) => settle(entries, refused))
        await adoptStored()
        setOvertaken(true)
        continue
      }
      if (!answer.ok) {
        const later = answer.error.code === 'NETWORK' || answer.error.status >= 500
        setSaved(later ? { kind: 'offline' } : { kind: 'failed', error: answer.error })
        return false
      }
      const { item, revision, response, certainty } = entry
      keep((entries) => settle(entries, { item, revision }))
      const isNewest = !queue.current.some((waiting) => waiting.item === item)
      update(
        latest.current.map((known) => {
          if (known.item !== item) return known
          const stored = { ...known, revision: Math.max(known.revision, answer.value.revision) }
          return isNewest ? { ...stored, response, certainty } : stored
        }),
      )
      if (answer.value.saved) continue
      if (answer.value.revision > revision) {
        await adoptStored()
        setOvertaken(true)
      } else if (isNewest) {
        // Another tab has used the same number for its answer; this one was given later. After a lost reply it is sent twice.
        keep((entries) => enqueue(entries, { item, response, certainty, revision: revision + 1 }))
      }
    }
    setSaved({ kind: 'saved' })
    return true
  }, [attempt.attempt, takeOver, keep, update, adoptStored])

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    sending.current ??= sendAll().finally(() => {
      sending.current = null
    })
    return sending.current
  }, [sendAll])

  const give = useCallback(
    (item: string, change: { response: unknown } | { certainty: Certainty }): void => {
      const known = latest.current.find((candidate) => candidate.item === item)
      if (!known) return
      const changed = { ...known, ...change }
      const { response, certainty } = changed
      const entry = { item, response, certainty, revision: nextRevision({ queue: queue.current, stored: known }) }
      keep((entries) => enqueue(entries, entry))
      update(latest.current.map((candidate) => (candidate.item === item ? changed : candidate)))
      setSaved({ kind: 'saving' })
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, pause)
    },
    [keep, update, flush],
  )
  const answer = useCallback<Answers['answer']>(({ item, response }) => give(item, { response }), [give])
  const judge = useCallback<Answers['judge']>(({ item, certainty }) => give(item, { certainty }), [give])

  const flag = useCallback<Answers['flag']>(
    async ({ item, flagged }) => {
      const put = (value: boolean): void =>
        update(latest.current.map((known) => (known.item === item ? { ...known, flagged: value } : known)))
      put(flagged)
      const result = await flagItem({ attempt: attempt.attempt, item, flagged })
      if (result.ok) return null
      put(!flagged)
      return result.error
    },
    [attempt.attempt, update],
  )

  const revise = useCallback(
    ({ item, change }: { item: string; change: (response: unknown) => unknown }): void => {
      const known = latest.current.find((candidate) => candidate.item === item)
      if (known) answer({ item, response: change(known.response) })
    },
    [answer],
  )

  const check = useCallback(
    async (item: string): Promise<ApiFailure | null> => {
      if (!(await flush())) return { code: 'NETWORK', message: '', status: 0 }
      const known = latest.current.find((candidate) => candidate.item === item)
      if (!known) return null
      const { revision, response, certainty } = known
      const result = await checkItem({
        attempt: attempt.attempt,
        item,
        revision: Math.max(1, revision),
        response: response ?? null,
        certainty,
      })
      if (!result.ok) return result.error
      update(latest.current.map((candidate) => (candidate.item === item ? result.value : candidate)))
      return null
    },
    [attempt.attempt, flush, update],
  )

  useEffect(() => {
    const retry = (): void => {
      if (queue.current.length > 0 || parseQueue(readStorage(key)).length > 0) void flush()
    }
    // Told to the other tabs only: one of them has had all its answers stored.
    const followOthers = (event: StorageEvent): void => {
      if (event.key === key && event.newValue === null && queue.current.length === 0) void adoptStored()
    }
    const beforeHiding = (): void => {
      if (document.visibilityState === 'hidden') retry()
    }
    retry()
    const every = setInterval(retry, retryEvery)
    addEventListener('online', retry)
    addEventListener('storage', followOthers)
    document.addEventListener('visibilitychange', beforeHiding)
    return () => {
      clearInterval(every)
      clearTimeout(timer.current)
      removeEventListener('online', retry)
      removeEventListener('storage', followOthers)
      document.removeEventListener('visibilitychange', beforeHiding)
    }
  }, [key, flush, adoptStored])

  return { items, saved, overtaken, answer, revise, judge, flag, check, flush }
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
