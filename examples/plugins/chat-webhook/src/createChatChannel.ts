import { createHmac } from 'node:crypto'
import type { ChannelMessage, NotificationChannel, SendResult } from '@lectern/kernel'

/** Milliseconds until a silent server counts as not there. */
const patience = 10_000

export function createChatChannel({ url, secret }: { url: string; secret: string }): NotificationChannel {
  return {
    code: 'chat-webhook',
    label: { en: 'Chat', ru: 'Чат', ar: 'الدردشة' },
    obeysQuietHours: true,
    concurrency: 4,
    send: async ({ message }) => {
      const body = JSON.stringify(toPost(message))
      try {
        const response = await fetch(url, {
          method: 'POST',
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(patience),
          headers: {
            'content-type': 'application/json',
            'idempotency-key': message.id,
            'x-lectern-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
          },
        })
        await response.body?.cancel()
        return toResult(response.status)
      } catch (error) {
        return { outcome: 'unavailable', reason: error instanceof Error ? error.message : String(error) }
      }
    },
  }
}

function toPost({ id, recipient, items, siteUrl }: ChannelMessage) {
  return {
    id,
    to: { id: recipient.id, name: recipient.name },
    text: items.map(({ text }) => text.title).join('\n'),
    items: items.map(({ text }) => ({
      title: text.title,
      body: text.body,
      link: text.action && `${siteUrl}/${recipient.locale}/${text.action.path}`,
    })),
  }
}

function toResult(status: number): SendResult {
  const reason = `The webhook answered ${status}.`
  if (status >= 200 && status < 300) return { outcome: 'sent' }
  return status === 429 || status >= 500 ? { outcome: 'retry', reason } : { outcome: 'unavailable', reason }
}
