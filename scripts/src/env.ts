import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'
import { failure, type Result, success } from '@lectern/content-schemas/result'
import { z } from 'zod'
// By path: the kernel's main entry would load all of Payload into every command, and the line is two functions long.
import { checkSecrets, requiredSecrets } from '../../plugins/kernel/src/secrets.ts'

/** The checkout. */
export const rootFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const portSchema = z.coerce.number().int().min(1).max(65_535)
const yesOrNo = z.enum(['yes', 'no']).transform((answer) => answer === 'yes')

/** Every variable that Lectern reads. `.env.example` repeats the descriptions; a test keeps the two together. */
export const settingsSchema = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL to use instead of the built-in one: postgres://user:password@host:5432/database'),
  LECTERN_PORT: portSchema.default(4000).describe('Port of the site and the admin'),
  LECTERN_HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for every network'),
  LECTERN_SITE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address under which people reach the site, without a slash at the end'),
  LECTERN_DATA: z.string().default('.lectern').describe('Folder for the database, uploads, snapshot and built site'),
  LECTERN_DEMO: yesOrNo.default(true).describe('Fill an empty database with the demo: yes or no'),
  LECTERN_TRUST_PROXY: yesOrNo.default(false).describe('Believe X-Forwarded-* of a reverse proxy in front of Lectern: yes or no'),
  LECTERN_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('Mail server: smtp://user:password@host:587; without one, mails stay in the admin’s mailbox'),
  LECTERN_MAIL_FROM: z.string().optional().describe('Sender of mails: Name <address>'),
  LECTERN_MAIL_PER_SECOND: z.coerce.number().positive().optional().describe('Mails a second that the mail server takes at most'),
  LECTERN_EVENT_DAYS: z.coerce
    .number()
    .int()
    .min(30)
    .optional()
    .describe('Days after which events leave the log, at least 30; empty keeps them for ever'),
  PAYLOAD_SECRET: z.string().describe('Signs sessions; at least 32 random characters, generated at the first start'),
  LECTERN_ENTITLEMENT_SECRET: z
    .string()
    .describe('Signs who may read which protected lesson; at least 32 random characters, generated at the first start'),
})

export type Settings = {
  databaseUrl: string | null
  host: string
  port: number
  siteUrl: string
  /** Absolute. */
  data: string
  demo: boolean
  trustProxy: boolean
  mail: { smtpUrl: string | null; from: string | null; perSecond: number | null }
  eventDays: number | null
  payloadSecret: string
  entitlementSecret: string
}

/**
 * Settings from the environment, which wins, and `.env`. Empty counts as unset. Errors: `SETTINGS_INVALID` and the codes
 * of `checkSecrets`.
 */
export function parseSettings({
  environment,
  root,
}: {
  environment: Record<string, string | undefined>
  root: string
}): Result<Settings> {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const secrets = checkSecrets({ environment: filled })
  if (!secrets.ok) return secrets
  const parsed = settingsSchema.safeParse(filled)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    return failure({ code: 'SETTINGS_INVALID', message: `Settings: ${problems.join('; ')}.` })
  }
  const values = parsed.data
  return success({
    databaseUrl: values.DATABASE_URL ?? null,
    host: values.LECTERN_HOST,
    port: values.LECTERN_PORT,
    siteUrl: (values.LECTERN_SITE_URL ?? localAddress({ host: values.LECTERN_HOST, port: values.LECTERN_PORT })).replace(
      /\/+$/,
      '',
    ),
    data: resolve(root, values.LECTERN_DATA),
    demo: values.LECTERN_DEMO,
    trustProxy: values.LECTERN_TRUST_PROXY,
    mail: {
      smtpUrl: values.LECTERN_SMTP_URL ?? null,
      from: values.LECTERN_MAIL_FROM ?? null,
      perSecond: values.LECTERN_MAIL_PER_SECOND ?? null,
    },
    eventDays: values.LECTERN_EVENT_DAYS ?? null,
    payloadSecret: secrets.value.PAYLOAD_SECRET,
    entitlementSecret: secrets.value.LECTERN_ENTITLEMENT_SECRET,
  })
}

/**
 * Reads `.env` beside the process environment. Outside production it is written first when secrets are missing; in
 * production (`NODE_ENV=production`) missing secrets are refused, because a generated one would sign everybody out of
 * the next container.
 */
export function loadSettings({
  root = rootFolder,
  environment = process.env,
}: {
  root?: string
  environment?: Record<string, string | undefined>
} = {}): Result<Settings> {
  const path = join(root, '.env')
  const inFile = existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {}
  const merged = { ...inFile, ...withoutEmpty(environment) }
  if (environment.NODE_ENV !== 'production') addMissingSecrets({ path, merged })
  return parseSettings({ environment: merged, root })
}

function addMissingSecrets({ path, merged }: { path: string; merged: Record<string, string | undefined> }): void {
  const missing = requiredSecrets.filter((name) => !merged[name]?.trim())
  if (missing.length === 0) return
  const before = existsSync(path)
    ? readFileSync(path, 'utf8')
    : '# Settings of this installation; .env.example explains each. Keep it secret.\n'
  const lines = missing.map((name) => {
    const secret = randomBytes(32).toString('base64url')
    merged[name] = secret
    return `${name}=${secret}\n`
  })
  writeFileSync(path, `${before}${before.endsWith('\n') ? '' : '\n'}${lines.join('')}`, { mode: 0o600 })
  chmodSync(path, 0o600)
}

function withoutEmpty(environment: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
}

/** The address to type into a browser on this machine. */
function localAddress({ host, port }: { host: string; port: number }): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
