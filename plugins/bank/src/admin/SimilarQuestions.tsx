'use client'

import { useAllFormFields, useConfig, useDebounce, useDocumentInfo, useLocale, useTranslation } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { getSiblingData } from 'payload/shared'
import { useEffect, useState } from 'react'
import type { SimilarQuestion } from '../operations/findSimilar.ts'
import { sendJson } from './bankApi.ts'
import { wordsFor } from './words.ts'
import './bank.css'

/** Beside the field `body` of a question: others of the bank that say the same, while it is written and before it is saved. */
export const SimilarQuestions: UIFieldClientComponent = ({ path }) => {
  const [fields] = useAllFormFields()
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { code } = useLocale()
  const { i18n } = useTranslation()
  const say = wordsFor(i18n.language)
  const wanted = useDebounce(JSON.stringify(getSiblingData(fields, path)), 900)
  const [similar, setSimilar] = useState<SimilarQuestion[]>([])

  useEffect(() => {
    const { body }: { body?: ({ blockType?: string } | null)[] } = JSON.parse(wanted)
    const block = Array.isArray(body) ? body[0] : undefined
    if (!block?.blockType) return setSimilar([])
    const abort = new AbortController()
    void sendJson<{ similar: SimilarQuestion[] }>({
      url: `${config.routes.api}/bank/similar`,
      body: { type: block.blockType, body: block, locale: code, id: id ?? null },
      signal: abort.signal,
    }).then((answer) => {
      if (!abort.signal.aborted) setSimilar(answer.ok ? answer.value.similar : [])
    })
    return () => abort.abort()
  }, [wanted, code, id, config.routes.api])

  if (similar.length === 0) return null
  return (
    <div className="field-type bank-similar" role="status">
      <p>
        <strong>{similar.some(({ same }) => same) ? say.sameThere : say.similarThere}</strong>
      </p>
      <ul>
        {similar.map(({ id: other, name, similarity, same }) => (
          <li key={other}>
            <a href={`${config.routes.admin}/collections/questions/${other}`} target="_blank" rel="noreferrer">
              {name}
            </a>{' '}
            <span className="bank-note">{same ? say.wordForWord : say.alike(Math.floor(similarity * 100))}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
