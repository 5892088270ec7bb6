import type { Attempt, AttemptReview, Locale } from '@lectern/content-schemas'
import { useRef, useState } from 'react'
import type { Messages } from '../i18n/en.ts'
import { formatMessage, formatPlural } from '../i18n/formatMessage.ts'
import { failureWords } from '../lib/api.ts'
import { submitAttempt } from '../lib/attemptApi.ts'
import { Question } from './Question.tsx'
import { Timer } from './Timer.tsx'
import { type SavedState, useAnswers } from './useAnswers.ts'

type AttemptFormProps = {
  attempt: Attempt
  locale: Locale
  words: Messages['attempt']
  errors: Messages['errors']
  onSubmitted: (review: AttemptReview) => void
}

/** A running attempt: one calm column of questions, each saved as it is answered. */
export function AttemptForm({ attempt, locale, words, errors, onSubmitted }: AttemptFormProps) {
  const { items, saved, overtaken, answer, flush } = useAnswers({ attempt })
  const [submitting, setSubmitting] = useState(false)
  const [failure, setFailure] = useState('')
  const dialog = useRef<HTMLDialogElement>(null)
  const answered = items.filter(({ response }) => !isBlank(response)).length

  const submit = async (): Promise<void> => {
    dialog.current?.close()
    setSubmitting(true)
    setFailure('')
    const complete = await flush()
    const result = await submitAttempt(attempt.attempt)
    if (result.ok) return onSubmitted(result.value)
    setSubmitting(false)
    setFailure(
      !complete && result.error.code === 'NETWORK' ? words.submitOffline : failureWords({ error: result.error, words: errors }),
    )
  }

  if (items.length === 0) return <p className="empty">{words.empty}</p>
  return (
    <div className="attempt">
      <div className="attempt-bar">
        {attempt.dueAt && (
          <Timer startedAt={attempt.startedAt} dueAt={attempt.dueAt} now={attempt.now} words={words} onEnd={submit} />
        )}
        <nav aria-label={words.questionList}>
          <ol className="question-list">
            {items.map((item, index) => (
              <li key={item.item}>
                <a href={`#question-${index + 1}`} className={isBlank(item.response) ? '' : 'given'}>
                  {index + 1}
                  <span className="hidden">{isBlank(item.response) ? words.blank : words.answered}</span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <SavedLine {...{ saved, words, errors }} onRetry={flush} />
      </div>
      {overtaken && (
        <p className="note" role="status">
          {words.kept}
        </p>
      )}
      <ol className="questions">
        {items.map((item, index) => (
          <li key={item.item} className="question" id={`question-${index + 1}`}>
            <p className="question-number">
              <span className="hidden">{formatMessage(words.question, { number: '' })}</span>
              {index + 1}
              <small>{formatPlural({ locale, forms: words.marks, count: item.maxMark })}</small>
            </p>
            <div className="question-body">
              <Question
                type={item.type}
                id={`q${index + 1}`}
                view={item.view}
                response={item.response ?? null}
                onChange={(response) => answer({ item: item.item, response })}
                disabled={submitting}
                review={null}
                locale={locale}
                words={words}
              />
            </div>
          </li>
        ))}
      </ol>
      <p className="failure" role="alert">
        {failure}
      </p>
      <p className="actions">
        <button className="button" type="button" disabled={submitting} onClick={() => dialog.current?.showModal()}>
          {submitting ? words.submitting : words.submit}
        </button>
        <span className="hint">{formatMessage(words.of, { answered, total: items.length })}</span>
      </p>
      <dialog ref={dialog} aria-labelledby="submit-title">
        <h2 id="submit-title">{words.submitTitle}</h2>
        <p>{formatMessage(words.submitBody, { answered, total: items.length })}</p>
        <p className="actions">
          <button className="button" type="button" onClick={submit}>
            {words.submitConfirm}
          </button>
          <button className="button quiet" type="button" onClick={() => dialog.current?.close()}>
            {words.submitCancel}
          </button>
        </p>
      </dialog>
    </div>
  )
}

type SavedLineProps = {
  saved: SavedState
  words: Messages['attempt']
  errors: Messages['errors']
  onRetry: () => Promise<boolean>
}

function SavedLine({ saved, words, errors, onRetry }: SavedLineProps) {
  const sentence = saved.kind === 'failed' ? failureWords({ error: saved.error, words: errors }) : words[saved.kind]
  return (
    <p className={`saved ${saved.kind}`} role="status">
      {sentence}{' '}
      {(saved.kind === 'failed' || saved.kind === 'offline') && (
        <button type="button" className="plain" onClick={onRetry}>
          {words.retry}
        </button>
      )}
    </p>
  )
}

/** What the learner would call unanswered; how it is marked is the server's to say. */
function isBlank(response: unknown): boolean {
  if (response === null || response === undefined || response === '') return true
  if (Array.isArray(response)) return response.length === 0
  return typeof response === 'object' && Object.values(response).every(isBlank)
}
