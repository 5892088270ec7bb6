import type { Locale, TestAttempts } from '@lectern/content-schemas'
import { type FormEvent, useState } from 'react'
import type { Messages } from '../i18n/en.ts'
import { formatMessage, formatNumber } from '../i18n/formatMessage.ts'
import { type ApiFailure, failureWords } from '../lib/api.ts'
import { describeRules } from '../lib/describeRules.ts'
import { formatMoment } from '../lib/formatMoment.ts'

type StartViewProps = {
  attempts: TestAttempts
  locale: Locale
  words: Messages['attempt']
  errors: Messages['errors']
  /** Answers what refuses the access code, or null when the page has moved on. */
  onStart: (accessCode: string) => Promise<ApiFailure | null>
  onResume: (attempt: string) => Promise<void>
  onReview: (attempt: string) => Promise<void>
}

/** Before an attempt: the rules of this test, its access code, the button that begins, and earlier attempts. */
export function StartView({ attempts: test, locale, words, errors, onStart, onResume, onReview }: StartViewProps) {
  const [working, setWorking] = useState(false)
  const [accessCode, setAccessCode] = useState('')
  const [refusal, setRefusal] = useState<ApiFailure | null>(null)
  const running = test.attempts.find(({ state }) => state === 'in-progress')
  const earlier = test.attempts.filter(({ state }) => state !== 'in-progress')
  const rules = describeRules({ settings: test.settings, locale, words })
  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setWorking(true)
    setRefusal(null)
    if (running) await onResume(running.attempt)
    else setRefusal(await onStart(accessCode.trim()))
    setWorking(false)
  }
  const label = running ? words.resume : earlier.length > 0 ? words.startAgain : words.start
  return (
    <div className="start">
      {rules.length > 0 && (
        <ul className="rules">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      )}
      {running || test.canStart ? (
        <form onSubmit={begin}>
          {test.needsAccessCode && (
            <p className="field">
              <label htmlFor="access-code">{words.accessCode}</label>
              <input
                id="access-code"
                required
                maxLength={200}
                autoComplete="off"
                value={accessCode}
                aria-describedby="access-code-problem"
                aria-invalid={refusal !== null}
                onChange={({ target }) => setAccessCode(target.value)}
              />
            </p>
          )}
          <p className="failure" role="alert" id="access-code-problem">
            {refusal && failureWords({ error: refusal, words: errors })}
          </p>
          <p className="actions">
            <button className="button" type="submit" disabled={working}>
              {working ? words.starting : label}
            </button>
          </p>
        </form>
      ) : (
        <p className="note">
          {failureWords({ error: { code: test.reason ?? 'FORBIDDEN', message: '', status: 0 }, words: errors })}{' '}
          {test.availableAt && formatMessage(words.availableAt, { time: formatMoment({ iso: test.availableAt, locale }) })}
        </p>
      )}
      {earlier.length > 0 && (
        <section>
          <h2>{words.earlier}</h2>
          <ul className="attempts">
            {earlier.map((attempt) => (
              <li key={attempt.attempt}>
                <span>{formatMessage(words.attempt, { number: attempt.number })}</span>
                <span>
                  {attempt.maxMark === 0
                    ? words.handedIn
                    : attempt.percent === null
                      ? words.waiting
                      : formatMessage(words.percent, { percent: formatNumber({ locale, value: attempt.percent }) })}
                </span>
                <span className={attempt.passed ? 'right' : 'muted'}>
                  {attempt.passed === null || attempt.maxMark === 0 ? '' : attempt.passed ? words.passed : words.failed}
                </span>
                <button type="button" className="plain" onClick={() => onReview(attempt.attempt)}>
                  {words.review}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
