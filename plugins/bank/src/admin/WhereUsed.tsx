'use client'

import { useConfig, useDocumentInfo, useLocale, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { QuestionUsage } from '../operations/readUsage.ts'
import { wordsFor } from './words.ts'
import './bank.css'

/** On a question: the tests, draws and editions that use it, and how each of its versions fared in attempts. */
export function WhereUsed() {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { code } = useLocale()
  const say = wordsFor(i18n.language)
  const [usage, setUsage] = useState<QuestionUsage | 'failed' | null>(null)

  // A save may change what draws could take the question.
  useEffect(() => {
    if (!id) return
    const abort = new AbortController()
    fetch(`${config.routes.api}/bank/questions/${id}/usage?locale=${code}`, {
      credentials: 'same-origin',
      signal: abort.signal,
    })
      .then(async (response) => setUsage(response.ok ? await response.json() : 'failed'))
      .catch(() => (abort.signal.aborted ? undefined : setUsage('failed')))
    return () => abort.abort()
  }, [id, code, config.routes.api, lastUpdateTime])

  return (
    <section className="field-type bank-usage" aria-label={say.whereUsed}>
      <h3>{say.whereUsed}</h3>
      {!id ? <p className="bank-note">{say.unsaved}</p> : null}
      {usage === 'failed' ? <p className="bank-note">{say.failed}</p> : null}
      {usage && usage !== 'failed' ? <Usage usage={usage} language={i18n.language} admin={config.routes.admin} /> : null}
    </section>
  )
}

function Usage({ usage, language, admin }: { usage: QuestionUsage; language: string; admin: string }) {
  const say = wordsFor(language)
  const number = new Intl.NumberFormat(language)
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const testLink = ({ id, title }: { id: string; title: string }) => (
    <a href={`${admin}/collections/tests/${id}`}>{title || '—'}</a>
  )
  return (
    <>
      <Part title={say.tests} empty={say.noTests} rows={usage.tests} keyOf={({ id }) => id}>
        {(test) => (
          <>
            {testLink(test)}{' '}
            <span className="bank-note">{[test.course, test.published ? '' : say.draft].filter(Boolean).join(' · ')}</span>
          </>
        )}
      </Part>
      <Part
        title={say.draws}
        empty={say.noDraws}
        rows={usage.draws}
        keyOf={({ id, tags, count }, at) => `${id} ${tags.join()} ${count} ${at}`}
      >
        {(draw) => (
          <>
            {testLink(draw)}{' '}
            <span className="bank-note">
              {[draw.course, say.of(draw.count, draw.tags.join(', '))].filter(Boolean).join(' · ')}
            </span>
          </>
        )}
      </Part>
      <Part title={say.editions} empty={say.noEditions} rows={usage.editions} keyOf={({ id }) => id}>
        {(edition) => (
          <>
            {edition.course} <span className="bank-note">{say.edition(edition.number, edition.tests)}</span>
          </>
        )}
      </Part>
      <h4>{say.versions}</h4>
      {usage.versions.length === 0 ? (
        <p className="bank-note">{say.noVersions}</p>
      ) : (
        <table className="bank-versions">
          <thead>
            <tr>
              <th scope="col">{say.version}</th>
              <th scope="col">{say.keptAt}</th>
              <th scope="col">{say.attempts}</th>
              <th scope="col">{say.facilityShort}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {usage.versions.map((version) => (
              <tr key={version.id}>
                <th scope="row">{version.number}</th>
                <td>{day.format(new Date(version.keptAt))}</td>
                <td>{number.format(version.attempts)}</td>
                <td>{version.facility === null ? '–' : `${number.format(version.facility)} %`}</td>
                <td className="bank-note">{version.current ? say.current : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Part<Row>({
  title,
  empty,
  rows,
  keyOf,
  children,
}: {
  title: string
  empty: string
  rows: Row[]
  keyOf: (row: Row, at: number) => string
  children: (row: Row) => React.ReactNode
}) {
  return (
    <>
      <h4>{title}</h4>
      {rows.length === 0 ? (
        <p className="bank-note">{empty}</p>
      ) : (
        <ul>
          {rows.map((row, at) => (
            <li key={keyOf(row, at)}>{children(row)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
