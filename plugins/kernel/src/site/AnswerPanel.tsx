import { type ApiFailure, failureWords } from './api.ts'
import type { PluralForms } from './formatMessage.ts'
import type { Answer } from './useAnswer.ts'

export type AnswerWords = { loading: string; signInFirst: string; signIn: string; retry: string }

type AnswerPanelProps = {
  answer: Exclude<Answer<unknown>, { kind: 'ready' }>
  words: AnswerWords
  /** Sentences by the code of a failure; others in it are left alone. */
  errors: Record<string, string | PluralForms>
  signInUrl: string
  onRetry: () => Promise<void>
}

/** What stands in place of an answer: that it is on its way, or one sentence on what is the matter and one thing to do. */
export function AnswerPanel({ answer, words, errors, signInUrl, onRetry }: AnswerPanelProps) {
  if (answer.kind === 'loading') return <p className="quiet-wait">{words.loading}</p>
  return isSignedOut(answer.error) ? (
    <div className="empty">
      <p>{words.signInFirst}</p>
      <a className="button" href={signInUrl}>
        {words.signIn}
      </a>
    </div>
  ) : (
    <div className="empty" role="alert">
      <p>{failureWords({ error: answer.error, words: errors })}</p>
      <button className="button" type="button" onClick={onRetry}>
        {words.retry}
      </button>
    </div>
  )
}

function isSignedOut({ status }: ApiFailure): boolean {
  return status === 401
}
