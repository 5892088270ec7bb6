import type { AdminViewServerProps } from 'payload'
import { hasRole } from '../access.ts'
import { AdminPage } from './AdminPage.tsx'
import { QueuePanel } from './QueuePanel.tsx'
import { queueWords } from './queueWords.ts'

/** The queue as a page of the admin, for administrators. */
export function QueueView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const text = queueWords(req.i18n.language)
  return (
    <AdminPage view={view} title={text.title}>
      {hasRole(req.user, 'admin') ? <QueuePanel /> : <p>{text.forbidden}</p>}
    </AdminPage>
  )
}
