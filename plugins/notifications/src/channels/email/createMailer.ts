import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import nodemailer from 'nodemailer'
import type { NotificationOptions } from '../../options.ts'

export type Mail = {
  from: string
  to: { name: string; address: string }
  subject: string
  html: string
  text: string
  messageId: string
  headers: Record<string, string>
}

/** Hands a mail over, or throws what the mail library throws. */
export type Mailer = (mail: Mail) => Promise<void>

/** Mails on one connection before it is opened anew, connections at once, and milliseconds until a silent server is given up. */
const pooling = { pool: true, maxConnections: 5, maxMessages: 500 } as const
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** To the SMTP server, or into the local mailbox while there is none. */
export function createMailer({ mail, dataFolder }: Pick<NotificationOptions, 'mail' | 'dataFolder'>): Mailer {
  return mail.smtpUrl ? createSmtpMailer({ url: mail.smtpUrl, perSecond: mail.perSecond }) : createMailboxMailer({ dataFolder })
}

function createSmtpMailer({ url, perSecond }: { url: string; perSecond: number | null }): Mailer {
  // The pool opens its connections with the first mail, so that a process that sends none has none.
  const rate = perSecond === null ? {} : { rateDelta: 1000, rateLimit: perSecond }
  const transport = nodemailer.createTransport({ url, ...pooling, ...patience, ...rate })
  return async (mail) => {
    await transport.sendMail(mail)
  }
}

/** Where the mails of an installation without SMTP server lie, as `.eml` files. */
export function mailboxFolder({ dataFolder }: { dataFolder: string }): string {
  return path.join(dataFolder, 'mailbox')
}

/** The file is named by the Message-ID, so that a mail that is written again is the same file. */
function createMailboxMailer({ dataFolder }: { dataFolder: string }): Mailer {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const folder = mailboxFolder({ dataFolder })
  return async (mail) => {
    const { message } = await transport.sendMail(mail)
    const name = createHash('sha256').update(mail.messageId).digest('hex').slice(0, 32)
    await mkdir(folder, { recursive: true })
    const draft = path.join(folder, `${name}.${process.pid}.part`)
    await writeFile(draft, message)
    await rename(draft, path.join(folder, `${name}.eml`))
  }
}
