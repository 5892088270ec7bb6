'use client'

import { Button, Gutter, SetStepNav, toast, useConfig, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { KeptQuestion } from '../operations/keepQuestion.ts'
import type { QuestionPair } from '../operations/readPairs.ts'
import { sendJson } from './bankApi.ts'
import { PairCard } from './PairCard.tsx'
import { wordsFor } from './words.ts'
import './bank.css'

type Pairs = { pairs: QuestionPair[]; total: number }
const pageSize = 20

/** Pairs of questions that say nearly the same, side by side: keep one of them, or say that they are no duplicates. */
export function DuplicatesView() {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const say = wordsFor(i18n.language)
  const api = `${config.routes.api}/bank`
  const [page, setPage] = useState(1)
  const [found, setFound] = useState<Pairs | 'failed' | null>(null)

  const load = useCallback(async () => {
    const answer = await sendJson<Pairs>({ url: `${api}/duplicates?page=${page}` })
    setFound(answer.ok ? answer.value : 'failed')
  }, [api, page])
  useEffect(() => void load(), [load])

  const keep = async ({ keep: kept, other }: { keep: string; other: string }) => {
    const answer = await sendJson<KeptQuestion>({ url: `${api}/keep`, body: { keep: kept, other } })
    if (!answer.ok) return toast.error(say.keepRefusals[answer.code] ?? `${say.notBegun} ${answer.code}`)
    const { moved, left } = answer.value
    if (left.length > 0) toast.warning(say.keptPartly(moved.length, left.length))
    else toast.success(say.kept(moved.length))
    await load()
  }
  const dismiss = async (pair: string) => {
    await sendJson({ url: `${api}/duplicates/${pair}/dismiss`, body: {} })
    await load()
  }

  const questions = `${config.routes.admin}/collections/questions`
  return (
    <Gutter className="bank-duplicates">
      <SetStepNav nav={[{ label: say.questions, url: questions }, { label: say.duplicates }]} />
      <h1>{say.duplicates}</h1>
      <p className="bank-note">{say.duplicatesNote}</p>
      {found === 'failed' ? <p>{say.failed}</p> : null}
      {found && found !== 'failed' ? (
        <>
          <p role="status">{found.total === 0 ? say.noDuplicates : say.pairs(found.total)}</p>
          <ol className="bank-pairs" start={(page - 1) * pageSize + 1}>
            {found.pairs.map((pair) => (
              <li key={pair.id}>
                <PairCard
                  pair={pair}
                  language={i18n.language}
                  questions={questions}
                  onKeep={(choice) => void keep(choice)}
                  onDismiss={() => void dismiss(pair.id)}
                />
              </li>
            ))}
          </ol>
          <p className="bank-pages">
            <Button buttonStyle="secondary" size="small" disabled={page === 1} onClick={() => setPage(page - 1)}>
              {say.before}
            </Button>
            <Button
              buttonStyle="secondary"
              size="small"
              disabled={page * pageSize >= found.total}
              onClick={() => setPage(page + 1)}
            >
              {say.after}
            </Button>
          </p>
        </>
      ) : null}
    </Gutter>
  )
}
