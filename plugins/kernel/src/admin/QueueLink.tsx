'use client'

import { useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { hasRole } from '../access.ts'
import { queueWords } from './queueWords.ts'

/** The way to the queue in the admin's navigation. */
export function QueueLink() {
  const { user } = useAuth()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  if (!hasRole(user, 'admin')) return null
  return (
    <a className="nav__link" href={`${config.routes.admin}/queue`} id="nav-queue">
      <span className="nav__link-label">{queueWords(i18n.language).title}</span>
    </a>
  )
}
