'use client'

import { useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { canReadMails } from './canReadMails.ts'
import { mailboxWords } from './mailboxWords.ts'

/** The way to the mailbox in the admin's navigation. */
export function MailboxLink() {
  const { user } = useAuth()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  if (!canReadMails(user)) return null
  return (
    <a className="nav__link" href={`${config.routes.admin}/mailbox`} id="nav-mailbox">
      <span className="nav__link-label">{mailboxWords(i18n.language).title}</span>
    </a>
  )
}
