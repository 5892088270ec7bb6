import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkSecrets, type SecretName } from '@lectern/kernel'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Where the installation keeps what it makes: database, media, snapshots, the built site. */
export function dataFolder(): string {
  return path.resolve(root, process.env.LECTERN_DATA ?? '.lectern')
}

export function mediaFolder(): string {
  return path.join(dataFolder(), 'media')
}

/** Files that learners hand in: private, and never part of the media library or the site. */
export function uploadsFolder(): string {
  return path.join(dataFolder(), 'uploads')
}

export function checkoutFolder(): string {
  return root
}

/** Cookies are sent over HTTPS only when the site's address says that there is HTTPS. */
export function secureCookies(): boolean {
  return process.env.LECTERN_SITE_URL?.startsWith('https://') ?? false
}

/** Address under which people reach the site, without a slash at the end. */
export function siteUrl(): string {
  return process.env.LECTERN_SITE_URL || 'http://localhost:4000'
}

/** How mails go out; without a server they stay in the local mailbox. */
export function mailSettings(): { smtpUrl: string | null; from?: string; perSecond: number | null } {
  const { LECTERN_SMTP_URL, LECTERN_MAIL_FROM, LECTERN_MAIL_PER_SECOND } = process.env
  return {
    smtpUrl: LECTERN_SMTP_URL || null,
    perSecond: LECTERN_MAIL_PER_SECOND ? Number(LECTERN_MAIL_PER_SECOND) : null,
    ...(LECTERN_MAIL_FROM ? { from: LECTERN_MAIL_FROM } : {}),
  }
}

/** A secret of the environment; without fit secrets the process does not start. */
export function requireSecret(name: SecretName): string {
  const secrets = checkSecrets({ environment: process.env })
  if (secrets.ok) return secrets.value[name]
  throw new Error(`${secrets.error.code}: ${secrets.error.message} "npm start" makes fit ones, or set them in the environment.`)
}

/** Days after which events leave the log, from LECTERN_EVENT_DAYS; null, which is the default, keeps them for ever. */
export function eventDays(): number | null {
  const text = process.env.LECTERN_EVENT_DAYS?.trim()
  return text ? Number(text) : null
}
