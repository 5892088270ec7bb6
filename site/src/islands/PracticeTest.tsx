import type { Locale, Practice } from '@lectern/content-schemas'
import type { QuestionMarker } from '@lectern/kernel/site'
import { AnswerPanel } from '@lectern/kernel/site/AnswerPanel'
import { useAnswer } from '@lectern/kernel/site/useAnswer'
import { useCallback, useState } from 'react'
import type { Messages } from '../i18n/en.ts'
import { formatMessage } from '../i18n/formatMessage.ts'
import type { ApiResult } from '../lib/api.ts'
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

/**
 * Practice: every question is marked on the device, as often as one likes. Once it is ready nothing more is loaded, so it goes on
 * without a connection, after a reload too; nothing is sent, and answers are not kept.
 */
export default function PracticeTest({ test, locale, words, errors, lessonUrl, signInUrl }: PracticeTestProps) {
  const [results, setResults] = useState<Record<string, PracticeResult>>({})
  const load = useCallback(() => loadPractice(test), [test])
  const { answer, retry } = useAnswer(load)
  if (answer.kind !== 'ready') return <AnswerPanel {...{ answer, words, errors, signInUrl }} onRetry={retry} />
  const items = answer.value
  const marked = items.filter(({ marker }) => marker.marked !== false)
  const right = marked.filter(({ item }) => results[item] === 'right').length
  if (items.length === 0) return <p className="empty">{words.empty}</p>
  return (
    <div className="attempt">
      <p className="note">{words.practiceIntro}</p>
      <ol className="questions">
        {items.map((item, index) => (
          <li key={item.item} className="question" id={`question-${index + 1}`}>
            <div className="question-number">
              <span className="hidden">{formatMessage(words.question, { number: '' })}</span>
              {index + 1}
            </div>
            <div className="question-body">
              <SectionHead item={item} previous={items[index - 1]} />
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

async function loadPractice(test: string): Promise<ApiResult<PracticeItem[]>> {
  const practice = await getPractice(test)
  if (!practice.ok) return practice
  try {
    return { ok: true, value: await loadEverything(practice.value) }
  } catch {
    return { ok: false, error: { code: 'NETWORK', message: '', status: 0 } }
  }
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
