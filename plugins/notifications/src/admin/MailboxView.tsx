import { AdminPage } from '@lectern/kernel/admin/AdminPage'
import type { AdminViewServerProps } from 'payload'
import { listMailbox, type MailboxEntry, type MailboxMail, readMail } from '../channels/email/readMailbox.ts'
import { canReadMails } from './canReadMails.ts'
import { mailboxWords } from './mailboxWords.ts'
import './mailbox.css'

type MailboxViewProps = AdminViewServerProps & { folder: string; hasServer: boolean }
type Words = ReturnType<typeof mailboxWords>

const shown = 100

/** The mails of an installation without a mail server, for moderators and administrators. */
export async function MailboxView({ folder, hasServer, ...view }: MailboxViewProps) {
  const { req } = view.initPageResult
  const text = mailboxWords(req.i18n.language)
  const allowed = canReadMails(req.user)
  const name = typeof view.searchParams?.mail === 'string' ? view.searchParams.mail : null
  const own = `${req.payload.config.routes.admin}/mailbox`
  const mail = allowed && name ? await readMail({ folder, name }) : null
  const mails = allowed && !name ? await listMailbox({ folder, limit: shown }) : []
  return (
    <AdminPage view={view} title={text.title} className="mailbox">
      {!allowed && <p>{text.forbidden}</p>}
      {allowed && name && <Mail mail={mail} text={text} own={own} language={req.i18n.language} />}
      {allowed && !name && <p className="mailbox__note">{hasServer ? text.server : text.lead}</p>}
      {allowed && !name && <List mails={mails} text={text} own={own} language={req.i18n.language} />}
    </AdminPage>
  )
}

function List({ mails, text, own, language }: { mails: MailboxEntry[]; text: Words; own: string; language: string }) {
  if (mails.length === 0) return <p>{text.empty}</p>
  return (
    <table className="mailbox__table">
      <thead>
        <tr>
          <th scope="col">{text.time}</th>
          <th scope="col">{text.to}</th>
          <th scope="col">{text.subject}</th>
        </tr>
      </thead>
      <tbody>
        {mails.map(({ name, writtenAt, to, subject }) => (
          <tr key={name}>
            <td>{timeOf({ iso: writtenAt, language })}</td>
            <td>{to}</td>
            <td>
              <a href={`${own}?mail=${name}`}>{subject}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Mail({ mail, text, own, language }: { mail: MailboxMail | null; text: Words; own: string; language: string }) {
  return (
    <>
      <p>
        <a href={own}>{text.back}</a>
      </p>
      {mail ? (
        <>
          <h2>{mail.subject}</h2>
          <p className="mailbox__note">
            {mail.to} · {timeOf({ iso: mail.writtenAt, language })}
          </p>
          {/* Neither scripts nor the admin's cookies are within reach of what is shown. */}
          <iframe className="mailbox__mail" sandbox="" srcDoc={mail.html} title={mail.subject} />
          <pre className="mailbox__text">{mail.text}</pre>
        </>
      ) : (
        <p>{text.missing}</p>
      )}
    </>
  )
}

function timeOf({ iso, language }: { iso: string; language: string }): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
}
