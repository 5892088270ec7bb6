import type { Locale, Practice } from '@lectern/content-schemas'
import type { QuestionMarker } from '@lectern/kernel/site'
import { useCallback, useEffect, useState } from 'react'
import type { Messages } from '../i18n/en.ts'
import { formatMessage } from '../i18n/formatMessage.ts'
import { type ApiFailure, failureWords } from '../lib/api.ts'
import { getPractice } from '../lib/practiceApi.ts'
import { findRenderer, loadMarker } from './findRenderer.ts'
import { PracticeQuestion, type PracticeResult } from './PracticeQuestion.tsx'
import { SectionHead } from './SectionHead.tsx'

type PracticeTestProps = {
  test: string
  locale: Locale
  words: Messages['attempt']
  errors: Messages['errors']
  lessonUrl: string
  signInUrl: string
}
export type PracticeItem = Practice['items'][number] & { marker: QuestionMarker }
type State = { kind: 'loading' } | { kind: 'failed'; error: ApiFailure } | { kind: 'ready'; items: PracticeItem[] }

/**
 * Practice: every question is marked on the device, as often as one likes. Once it is ready nothing more is loaded, so it goes on
 * without a connection; nothing is sent and nothing kept.
 */
export default function PracticeTest({ test, locale, words, errors, lessonUrl, signInUrl }: PracticeTestProps) {
  const [state, setState] = useState<State>({ kind: 'loading' })
  const [results, setResults] = useState<Record<string, PracticeResult>>({})
  const load = useCallback(async (): Promise<void> => {
    setState({ kind: 'loading' })
    const answer = await getPractice(test)
    if (!answer.ok) return setState({ kind: 'failed', error: answer.error })
    try {
      setState({ kind: 'ready', items: await loadEverything(answer.value) })
    } catch {
      setState({ kind: 'failed', error: { code: 'NETWORK', message: '', status: 0 } })
    }
  }, [test])
  useEffect(() => {
    void load()
  }, [load])

  if (state.kind === 'loading') return <p className="quiet-wait">{words.loading}</p>
  if (state.kind === 'failed') {
    const signedOut = state.error.status === 401
    return (
      <div className="empty">
        <p>{signedOut ? words.signInFirst : failureWords({ error: state.error, words: errors })}</p>
        {signedOut ? (
          <a className="button" href={signInUrl}>
            {words.signIn}
          </a>
        ) : (
          <button className="button" type="button" onClick={load}>
            {words.retry}
          </button>
        )}
      </div>
    )
  }
  const marked = state.items.filter(({ marker }) => marker.marked !== false)
  const right = marked.filter(({ item }) => results[item] === 'right').length
  if (state.items.length === 0) return <p className="empty">{words.empty}</p>
  return (
    <div className="attempt">
      <p className="note">{words.practiceIntro}</p>
      <ol className="questions">
        {state.items.map((item, index) => (
          <li key={item.item} className="question" id={`question-${index + 1}`}>
            <div className="question-number">
              <span className="hidden">{formatMessage(words.question, { number: '' })}</span>
              {index + 1}
            </div>
            <div className="question-body">
              <SectionHead item={item} previous={state.items[index - 1]} />
              <PracticeQuestion
                {...{ item, locale, words, errors }}
                id={`p${index + 1}`}
                onResult={(result) => setResults((known) => ({ ...known, [item.item]: result }))}
              />
            </div>
          </li>
        ))}
      </ol>
      {marked.length > 0 && (
        <p className="note" role="status">
          {formatMessage(words.practiceScore, { right, total: marked.length })}
        </p>
      )}
      <p className="back">
        <a href={lessonUrl}>{words.backToLesson}</a>
      </p>
    </div>
  )
}

/** The markers and renderers of all questions: what has not come before the connection is lost never would. */
async function loadEverything({ items }: Practice): Promise<PracticeItem[]> {
  const loaded = await Promise.all(
    items.map(async (item) => {
      const [marker, renderer] = await Promise.all([loadMarker(item.type), findRenderer(item.type)])
      await renderer?.load()
      return marker ? [{ ...item, marker }] : []
    }),
  )
  return loaded.flat()
}
