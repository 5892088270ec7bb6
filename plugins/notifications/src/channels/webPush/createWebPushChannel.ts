import type { ChannelMessage, NotificationChannel, OperationRequest, SendResult } from '@lectern/kernel'
import { sqlOf } from '@lectern/kernel'
import webPush from 'web-push'
import type { NotificationOptions } from '../../options.ts'
import { type PushKeys, readPushKeys } from './readPushKeys.ts'

export const webPushCode = 'web-push'

/** Seconds for which a push service keeps a message for a browser that is off, and milliseconds until a silent one is given up. */
const lifetime = 24 * 60 * 60
const patience = 10_000
/** Characters of a text: a message has 4096 bytes. */
const longestBody = 400

type Subscription = { endpoint: string; p256dh: string; auth: string }

/** Messages to browsers by their push services (RFC 8030), signed (VAPID) and encrypted (RFC 8291). */
export function createWebPushChannel({ siteUrl }: Pick<NotificationOptions, 'siteUrl'>): NotificationChannel {
  return {
    code: webPushCode,
    label: { en: 'Browser', ru: 'Браузер', ar: 'المتصفح' },
    obeysQuietHours: true,
    concurrency: 10,
    send: async ({ req, message }) => {
      const subscriptions = await subscriptionsOf({ req, learner: message.recipient.id })
      if (subscriptions.length === 0) return { outcome: 'skipped', reason: 'The learner takes messages in no browser.' }
      const keys = await readPushKeys({ req })
      const results = await Promise.all(subscriptions.map((subscription) => push({ req, message, subscription, keys, siteUrl })))
      // One browser is enough; with none reached, the hope for any of them counts.
      const best = ['sent', 'retry', 'failed', 'skipped'].flatMap((outcome) =>
        results.filter((result) => result.outcome === outcome),
      )
      return best[0] ?? { outcome: 'skipped', reason: 'All browsers are gone.' }
    },
  }
}

async function subscriptionsOf({ req, learner }: { req: OperationRequest; learner: string }): Promise<Subscription[]> {
  const sql = await sqlOf(req)
  return sql.rows<Subscription>({
    name: 'notifications.subscriptions',
    text: `select "endpoint", "p256dh", "auth" from "push_subscriptions" where "learner_id" = $1`,
    values: [learner],
  })
}

async function push({
  req,
  message,
  subscription: { endpoint, p256dh, auth },
  keys,
  siteUrl,
}: {
  req: OperationRequest
  message: ChannelMessage
  subscription: Subscription
  keys: PushKeys
  siteUrl: string
}): Promise<SendResult> {
  const request = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(toPush(message)), {
    vapidDetails: { subject: siteUrl.startsWith('https:') ? siteUrl : 'mailto:lectern@localhost', ...keys },
    TTL: lifetime,
    // A message with a topic takes the place of an earlier one with the same: a second try is no second message.
    topic: message.id.slice(0, 32),
  })
  try {
    const response = await fetch(endpoint, {
      method: request.method,
      headers: Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      body: new Uint8Array(request.body),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    await response.body?.cancel()
    if (response.ok) return { outcome: 'sent' }
    if (response.status === 404 || response.status === 410) {
      await forget({ req, endpoint })
      return { outcome: 'skipped', reason: 'The browser does not take messages any more.' }
    }
    const outcome = response.status === 429 || response.status >= 500 ? 'retry' : 'failed'
    return { outcome, reason: `The push service answered ${response.status}.` }
  } catch (error) {
    return { outcome: 'retry', reason: error instanceof Error ? error.message : String(error) }
  }
}

async function forget({ req, endpoint }: { req: OperationRequest; endpoint: string }): Promise<void> {
  const sql = await sqlOf(req)
  await sql.rows({
    name: 'notifications.forgetEndpoint',
    text: `delete from "push_subscriptions" where "endpoint" = $1`,
    values: [endpoint],
  })
}

/** What the service worker gets. `tag` keeps a message that comes twice from being shown twice. */
function toPush({ id, items, recipient }: ChannelMessage) {
  const [first, ...others] = items
  const path = others.length === 0 ? (first?.text.action?.path ?? 'inbox/') : 'inbox/'
  return {
    tag: id,
    lang: recipient.locale,
    title: first?.text.title ?? '',
    body: (others.length === 0 ? (first?.text.body ?? '') : others.map(({ text }) => text.title).join('\n')).slice(
      0,
      longestBody,
    ),
    url: `/${recipient.locale}/${path}`,
  }
}
