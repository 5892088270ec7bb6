import { join } from 'node:path'
import { rootFolder, type Settings } from './env.ts'

/** Folders below the data folder that several processes share. */
export function dataFolders({ data }: { data: string }) {
  return {
    snapshot: join(data, 'snapshot'),
    site: join(data, 'site'),
    sites: join(data, 'sites'),
    media: join(data, 'media'),
    uploads: join(data, 'uploads'),
    logs: join(data, 'logs'),
  }
}

/** Variables of a process. Next's types want NODE_ENV in each. */
export type Environment = Record<string, string> & { NODE_ENV: 'production' | 'development' }

/** What every process of the installation finds in its environment; the CMS reads nothing else. */
export function childEnvironment({
  settings,
  databaseUrl,
  mode,
}: {
  settings: Settings
  databaseUrl: string
  mode: 'production' | 'development'
}): Environment {
  const folders = dataFolders(settings)
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return {
    ...Object.fromEntries(inherited.filter(([name]) => name !== 'NODE_CHANNEL_FD' && name !== 'PORT')),
    NODE_ENV: mode,
    DATABASE_URL: databaseUrl,
    PAYLOAD_SECRET: settings.payloadSecret,
    LECTERN_ENTITLEMENT_SECRET: settings.entitlementSecret,
    LECTERN_ROOT: rootFolder,
    LECTERN_HOST: settings.host,
    LECTERN_PORT: String(settings.port),
    LECTERN_SITE_URL: settings.siteUrl,
    LECTERN_DATA: settings.data,
    LECTERN_DEMO: settings.demo ? 'yes' : 'no',
    LECTERN_TRUST_PROXY: settings.trustProxy ? 'yes' : 'no',
    LECTERN_SMTP_URL: settings.mail.smtpUrl ?? '',
    LECTERN_MAIL_FROM: settings.mail.from ?? '',
    LECTERN_MAIL_PER_SECOND: String(settings.mail.perSecond ?? ''),
    LECTERN_EVENT_DAYS: String(settings.eventDays ?? ''),
    LECTERN_SNAPSHOT: folders.snapshot,
    LECTERN_SITE_OUT: folders.site,
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
  }
}
