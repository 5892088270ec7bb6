import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { hasRole } from '../access.ts'
import { QueuePanel } from './QueuePanel.tsx'
import { queueWords } from './queueWords.ts'

/** The queue as a page of the admin, for administrators. */
export function QueueView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const text = queueWords(req.i18n.language)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      payload={req.payload}
      permissions={permissions}
      {...(searchParams ? { searchParams } : {})}
      {...(req.user ? { user: req.user } : {})}
      visibleEntities={visibleEntities}
    >
      <Gutter>
        <h1>{text.title}</h1>
        {hasRole(req.user, 'admin') ? <QueuePanel /> : <p>{text.forbidden}</p>}
      </Gutter>
    </DefaultTemplate>
  )
}
