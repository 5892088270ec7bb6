import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiFailure, ApiResult } from './api.ts'

export type Answer<T> = { kind: 'loading' } | { kind: 'failed'; error: ApiFailure } | { kind: 'ready'; value: T }

export type UsedAnswer<T> = {
  answer: Answer<T>
  /** Asks once more, and shows that it does. */
  retry: () => Promise<void>
  /** Asks once more and leaves on the page what is there until the answer has come. */
  renew: () => Promise<void>
  /** Shows what another request has answered. */
  show: (result: ApiResult<T>) => void
}

/** For visitors the server need not be asked: the page knows before its first paint that nobody is signed in. */
const signedOut: ApiResult<never> = { ok: false, error: { code: 'NOT_SIGNED_IN', message: '', status: 401 } }

/**
 * What a page of the learner's own shows once the server has answered `load`. `load` is asked when the page opens and
 * whenever it is another function, and again by itself when a lost connection comes back. An answer that comes after a
 * later question is dropped.
 */
export function useAnswer<T>(load: () => Promise<ApiResult<T>>): UsedAnswer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ kind: 'loading' })
  const asked = useRef(0)
  const show = useCallback((result: ApiResult<T>): void => {
    asked.current += 1
    setAnswer(result.ok ? { kind: 'ready', value: result.value } : { kind: 'failed', error: result.error })
  }, [])
  const renew = useCallback(async (): Promise<void> => {
    asked.current += 1
    const turn = asked.current
    const result = 'signedIn' in document.documentElement.dataset ? await load() : signedOut
    if (turn === asked.current) show(result)
  }, [load, show])
  const retry = useCallback((): Promise<void> => {
    setAnswer({ kind: 'loading' })
    return renew()
  }, [renew])
  useEffect(() => {
    void retry()
  }, [retry])

  const offline = answer.kind === 'failed' && answer.error.code === 'NETWORK'
  useEffect(() => {
    if (!offline) return
    const again = () => void retry()
    addEventListener('online', again, { once: true })
    return () => removeEventListener('online', again)
  }, [offline, retry])
  return { answer, retry, renew, show }
}
