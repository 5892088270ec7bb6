import type { Attempt, AttemptReview, Locale, TestAttempts } from '@lectern/content-schemas'
import { useCallback, useEffect, useState } from 'react'
import type { Messages } from '../i18n/en.ts'
import { type ApiFailure, type ApiResult, failureWords } from '../lib/api.ts'
import { getAttempt, getReview, listAttempts, startAttempt } from '../lib/attemptApi.ts'
import { AttemptForm } from './AttemptForm.tsx'
import { ReviewView } from './ReviewView.tsx'
import { StartView } from './StartView.tsx'

type TestAttemptProps = {
  test: string
  locale: Locale
  words: Messages['attempt']
  errors: Messages['errors']
  lessonUrl: string
  signInUrl: string
}

type State =
  | { kind: 'loading' }
  | { kind: 'failed'; error: ApiFailure }
  | { kind: 'start'; attempts: TestAttempts }
  | { kind: 'running'; attempt: Attempt }
  | { kind: 'review'; review: AttemptReview }

/** The life of a test on one page: earlier attempts and start, the running attempt, its review. */
export default function TestAttempt({ test, locale, words, errors, lessonUrl, signInUrl }: TestAttemptProps) {
  const [state, setState] = useState<State>({ kind: 'loading' })
  const show = useCallback(<T,>(answer: ApiResult<T>, toState: (value: T) => State): void => {
    setState(answer.ok ? toState(answer.value) : { kind: 'failed', error: answer.error })
  }, [])
  const load = useCallback(async (): Promise<void> => {
    setState({ kind: 'loading' })
    const wanted = new URLSearchParams(location.search).get('attempt')
    if (wanted) show(await getReview(wanted), (review) => ({ kind: 'review', review }))
    else show(await listAttempts(test), (attempts) => ({ kind: 'start', attempts }))
  }, [test, show])
  const turned = useCallback((attempt: Attempt): void => {
    setState({ kind: 'running', attempt })
    scrollTo({ top: 0 })
  }, [])
  useEffect(() => {
    void load()
  }, [load])
  useEffect(() => {
    document.querySelector('[data-rules]')?.toggleAttribute('hidden', state.kind === 'running' || state.kind === 'review')
  }, [state.kind])

  const back = (
    <p className="back">
      <a href={lessonUrl}>{words.backToLesson}</a>
    </p>
  )
  switch (state.kind) {
    case 'loading':
      return <p className="quiet-wait">{words.loading}</p>
    case 'failed':
      return <Failed {...{ error: state.error, words, errors, signInUrl }} onRetry={load} />
    case 'running':
      return (
        <AttemptForm
          key={`${state.attempt.attempt} ${state.attempt.page}`}
          {...{ attempt: state.attempt, locale, words, errors }}
          onTurned={turned}
          onSubmitted={(review) => {
            setState({ kind: 'review', review })
            scrollTo({ top: 0 })
          }}
        />
      )
    case 'review':
      return (
        <>
          <ReviewView {...{ review: state.review, locale, words }} />
          {back}
        </>
      )
    case 'start':
      return (
        <StartView
          {...{ attempts: state.attempts, locale, words, errors }}
          onStart={async (accessCode) => {
            const answer = await startAttempt({ test, accessCode })
            if (!answer.ok && accessCodeRefusals.has(answer.error.code)) return answer.error
            show(answer, (attempt) => ({ kind: 'running', attempt }))
            return null
          }}
          onResume={async (attempt) => show(await getAttempt(attempt), (value) => ({ kind: 'running', attempt: value }))}
          onReview={async (attempt) => show(await getReview(attempt), (review) => ({ kind: 'review', review }))}
        />
      )
  }
}

/** Refusals after which the learner tries another code where they are. */
const accessCodeRefusals = new Set(['ACCESS_CODE_REQUIRED', 'ACCESS_CODE_WRONG', 'ACCESS_CODE_LOCKED'])

type FailedProps = {
  error: ApiFailure
  words: Messages['attempt']
  errors: Messages['errors']
  signInUrl: string
  onRetry: () => Promise<void>
}

function Failed({ error, words, errors, signInUrl, onRetry }: FailedProps) {
  const signedOut = error.status === 401
  return (
    <div className="empty">
      <p>{signedOut ? words.signInFirst : failureWords({ error, words: errors })}</p>
      {signedOut ? (
        <a className="button" href={signInUrl}>
          {words.signIn}
        </a>
      ) : (
        <button className="button" type="button" onClick={onRetry}>
          {words.retry}
        </button>
      )}
    </div>
  )
}
