import type { Locale, LocalizedText } from '@lectern/content-schemas'
import type { OperationRequest } from '../request.ts'
import type { NotificationText } from './kind.ts'

/** A person as a channel needs them. */
export type NotificationRecipient = { id: string; name: string; email: string; locale: Locale }

/** One message to one person: one notification, or several of a digest. */
export type ChannelMessage = {
  /** The same for every try: what the outside gets as Message-ID, topic or idempotency key. */
  id: string
  recipient: NotificationRecipient
  /** Absolute addresses of the site begin with this; without a slash at the end. */
  siteUrl: string
  digest: 'daily' | 'weekly' | null
  items: { kind: string; kindLabel: string; text: NotificationText; createdAt: string }[]
}

/**
 * What came of it. `sent`: handed over. `skipped`: there is nowhere to send it to. `retry`: this recipient, later.
 * `unavailable`: nobody can be reached now; no try is counted. `failed`: this message will never go. `gone`: the address is
 * dead, and the channel is switched off for the person until they change it.
 */
export type SendResult =
  | { outcome: 'sent' }
  | { outcome: 'skipped'; reason: string }
  | { outcome: 'retry'; reason: string }
  | { outcome: 'unavailable'; reason: string }
  | { outcome: 'failed'; reason: string }
  | { outcome: 'gone'; reason: string; address: string }

/** A way to reach people outside the site. The in-app channel is the inbox itself and not one of these. */
export type NotificationChannel = {
  /** Such as `email`. Stored with preferences and deliveries, so never renamed. */
  code: string
  label: LocalizedText
  /** Whether quiet hours hold messages back. */
  obeysQuietHours: boolean
  /** How many messages one worker sends at the same time. */
  concurrency: number
  /** Where it sends to, if the person has one address there: once it is `gone`, another address is tried again. */
  addressOf?: (recipient: NotificationRecipient) => string
  send: (input: { req: OperationRequest; message: ChannelMessage }) => Promise<SendResult>
}
