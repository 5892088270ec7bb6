import type { Attempt, AttemptReview, Locale } from '@lectern/content-schemas'
import { graceOf } from '@lectern/content-schemas/attemptRules'
import { asksCertainty, hasChecks } from '@lectern/content-schemas/behaviourNames'
import { useRef, useState } from 'react'
import type { Messages } from '../i18n/en.ts'
import { formatMessage, formatPlural } from '../i18n/formatMessage.ts'
import { failureWords } from '../lib/api.ts'
import { submitAttempt, turnPage } from '../lib/attemptApi.ts'
import { toQuestionReview } from '../lib/toQuestionReview.ts'
import { CertaintyField } from './CertaintyField.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { Question } from './Question.tsx'
import { QuestionList } from './QuestionList.tsx'
import { SectionHead } from './SectionHead.tsx'
import { Timer } from './Timer.tsx'
import { type SavedState, useAnswers } from './useAnswers.ts'
import { useFiles } from './useFiles.ts'
import { usePages } from './usePages.ts'

type AttemptFormProps = {
  attempt: Attempt
  locale: Locale
  words: Messages['attempt']
  errors: Messages['errors']
  onSubmitted: (review: AttemptReview) => void
  /** The attempt stands on another page now. */
  onTurned: (attempt: Attempt) => void
}

/** A running attempt: one calm column of questions, each saved as it is answered. */
export function AttemptForm({ attempt, locale, words, errors, onSubmitted, onTurned }: AttemptFormProps) {
  const { items, saved, overtaken, answer, revise, judge, flag, check, flush } = useAnswers({ attempt, onTurned })
  const filesOf = useFiles({ attempt: attempt.attempt, items, revise })
  const [submitting, setSubmitting] = useState(false)
  const [failure, setFailure] = useState('')
  const dialog = useRef<HTMLDialogElement>(null)
  const questions = useRef<HTMLOListElement>(null)

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

  const { at, page, count, listed, isForwardOnly, toPage } = usePages({ attempt, items })
  const isLastPage = at === count - 1
  const answered = listed.filter((question) => question.answered).length
  const total = listed.length
  const turnForward = async (): Promise<void> => {
    setSubmitting(true)
    setFailure('')
    const complete = await flush()
    const turned = complete ? await turnPage({ attempt: attempt.attempt, page: at + 1 }) : offline
    if (turned.ok) return onTurned(turned.value)
    setSubmitting(false)
    setFailure(failureWords({ error: turned.error, words: errors }))
  }
  const turn = (next: number): void => {
    if (isForwardOnly) return void turnForward()
    toPage(next)
    questions.current?.scrollIntoView()
    void flush()
  }
  const toggleFlag = async ({ item, flagged }: { item: string; flagged: boolean }): Promise<void> => {
    const refusal = await flag({ item, flagged })
    setFailure(refusal ? failureWords({ error: refusal, words: errors }) : '')
  }

  if (items.length === 0) return <p className="empty">{words.empty}</p>
  return (
    <div className="attempt">
      <div className="attempt-bar">
        {attempt.dueAt && (
          <Timer
            startedAt={attempt.startedAt}
            dueAt={attempt.dueAt}
            now={attempt.now}
            grace={graceOf(attempt.settings)}
            words={words}
            onEnd={submit}
          />
        )}
        <QuestionList {...{ listed, at, isForwardOnly, words }} onPage={toPage} />
        <SavedLine {...{ saved, words, errors }} onRetry={flush} />
      </div>
      {overtaken && (
        <p className="note" role="status">
          {words.kept}
        </p>
      )}
      <ol className="questions" ref={questions}>
        {page
          .map((item) => ({ item, index: listed.findIndex((question) => question.item === item.item) }))
          .map(({ item, index }) => (
            <li key={item.item} className="question" id={`question-${index + 1}`}>
              <div className="question-number">
                <span className="hidden">{formatMessage(words.question, { number: '' })}</span>
                {index + 1}
                {item.maxMark > 0 && <small>{formatPlural({ locale, forms: words.marks, count: item.maxMark })}</small>}
                <button
                  type="button"
                  className="flag"
                  aria-pressed={item.flagged}
                  onClick={() => toggleFlag({ item: item.item, flagged: !item.flagged })}
                >
                  <svg viewBox="0 0 14 18" width="14" height="18" aria-hidden="true">
                    <path d="M2 1v16M2 2h10l-3 4 3 4H2" />
                  </svg>
                  {words.flag}
                  <span className="hidden"> {formatMessage(words.question, { number: index + 1 })}</span>
                </button>
              </div>
              <div className="question-body">
                <SectionHead item={item} previous={page[page.indexOf(item) - 1]} />
                <Question
                  type={item.type}
                  id={`q${index + 1}`}
                  view={item.view}
                  response={item.response ?? null}
                  onChange={(response) => answer({ item: item.item, response })}
                  disabled={submitting || item.check?.locked === true}
                  review={item.check?.locked ? toQuestionReview(item.check) : null}
                  files={filesOf(item)}
                  locale={locale}
                  words={words}
                />
                {asksCertainty(attempt.settings) && item.maxMark > 0 && (
                  <CertaintyField
                    {...{ item, words }}
                    disabled={submitting || item.check?.locked === true}
                    onJudge={(certainty) => judge({ item: item.item, certainty })}
                  />
                )}
                {hasChecks(attempt.settings) && item.checkable && (
                  <CheckPanel {...{ item, disabled: submitting, locale, words, errors }} onCheck={check} />
                )}
              </div>
            </li>
          ))}
      </ol>
      <p className="failure" role="alert">
        {failure}
      </p>
      {count > 1 && (
        <p className="actions">
          {!isForwardOnly && at > 0 && (
            <button className="button quiet" type="button" onClick={() => turn(at - 1)}>
              {words.previousPage}
            </button>
          )}
          {!isLastPage && (
            <button className="button" type="button" disabled={submitting} onClick={() => turn(at + 1)}>
              {words.nextPage}
            </button>
          )}
          <span className="hint">{formatMessage(words.page, { page: at + 1, pages: count })}</span>
        </p>
      )}
      <p className="actions">
        <button className="button" type="button" disabled={submitting} onClick={() => dialog.current?.showModal()}>
          {submitting ? words.submitting : words.submit}
        </button>
        <span className="hint">{formatMessage(words.of, { answered, total })}</span>
      </p>
      <dialog ref={dialog} aria-labelledby="submit-title">
        <h2 id="submit-title">{words.submitTitle}</h2>
        <p>{formatMessage(words.submitBody, { answered, total })}</p>
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

const offline = { ok: false, error: { code: 'NETWORK', message: '', status: 0 } } as const

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
