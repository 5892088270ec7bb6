import type { Attempt, AttemptReview, Locale, TestAttempts } from '@lectern/content-schemas'
import { AnswerPanel } from '@lectern/kernel/site/AnswerPanel'
import { useAnswer } from '@lectern/kernel/site/useAnswer'
import { useCallback, useEffect } from 'react'
import type { Messages } from '../i18n/en.ts'
import type { ApiResult } from '../lib/api.ts'
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

type View =
  | { kind: 'start'; attempts: TestAttempts }
  | { kind: 'running'; attempt: Attempt }
  | { kind: 'review'; review: AttemptReview }

/** The life of a test on one page: earlier attempts and start, the running attempt, its review. */
export default function TestAttempt({ test, locale, words, errors, lessonUrl, signInUrl }: TestAttemptProps) {
  const load = useCallback(() => loadView(test), [test])
  const { answer, retry, show } = useAnswer<View>(load)
  const kind = answer.kind === 'ready' ? answer.value.kind : answer.kind
  useEffect(() => {
    document.querySelector('[data-rules]')?.toggleAttribute('hidden', kind === 'running' || kind === 'review')
  }, [kind])
  if (answer.kind !== 'ready') return <AnswerPanel {...{ answer, words, errors, signInUrl }} onRetry={retry} />

  const turn = (view: View): void => {
    show({ ok: true, value: view })
    scrollTo({ top: 0 })
  }
  const view = answer.value
  switch (view.kind) {
    case 'running':
      return (
        <AttemptForm
          key={`${view.attempt.attempt} ${view.attempt.page}`}
          {...{ attempt: view.attempt, locale, words, errors }}
          onTurned={(attempt) => turn({ kind: 'running', attempt })}
          onSubmitted={(review) => turn({ kind: 'review', review })}
        />
      )
    case 'review':
      return (
        <>
          <ReviewView {...{ review: view.review, locale, words }} />
          <p className="back">
            <a href={lessonUrl}>{words.backToLesson}</a>
          </p>
        </>
      )
    case 'start':
      return (
        <StartView
          {...{ attempts: view.attempts, locale, words, errors }}
          onStart={async (accessCode) => {
            const started = await startAttempt({ test, accessCode })
            if (!started.ok && accessCodeRefusals.has(started.error.code)) return started.error
            show(toView(started, (attempt) => ({ kind: 'running', attempt })))
            return null
          }}
          onResume={async (attempt) => show(toView(await getAttempt(attempt), (value) => ({ kind: 'running', attempt: value })))}
          onReview={async (attempt) => show(toView(await getReview(attempt), (review) => ({ kind: 'review', review })))}
        />
      )
  }
}

async function loadView(test: string): Promise<ApiResult<View>> {
  const wanted = new URLSearchParams(location.search).get('attempt')
  return wanted
    ? toView(await getReview(wanted), (review) => ({ kind: 'review', review }))
    : toView(await listAttempts(test), (attempts) => ({ kind: 'start', attempts }))
}

function toView<T>(answer: ApiResult<T>, view: (value: T) => View): ApiResult<View> {
  return answer.ok ? { ok: true, value: view(answer.value) } : answer
}

/** Refusals after which the learner tries another code where they are. */
const accessCodeRefusals = new Set(['ACCESS_CODE_REQUIRED', 'ACCESS_CODE_WRONG', 'ACCESS_CODE_LOCKED'])
