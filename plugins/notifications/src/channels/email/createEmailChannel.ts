import type { NotificationChannel } from '@lectern/kernel'
import type { NotificationOptions } from '../../options.ts'
import { createUnsubscribeToken, everyKind } from '../../unsubscribeToken.ts'
import { createMailer } from './createMailer.ts'
import { renderMail } from './renderMail.ts'
import { toSendResult } from './toSendResult.ts'

export const email = 'email'

/** Mails: HTML and text, one-click unsubscription (RFC 8058), and the same Message-ID for every try. */
export function createEmailChannel({
  mail,
  dataFolder,
  siteUrl,
}: Pick<NotificationOptions, 'mail' | 'dataFolder' | 'siteUrl'>): NotificationChannel {
  const deliver = createMailer({ mail, dataFolder })
  const domain = new URL(siteUrl).hostname
  return {
    code: email,
    label: { en: 'E-mail', ru: 'Почта', ar: 'البريد' },
    obeysQuietHours: true,
    concurrency: 20,
    addressOf: (recipient) => recipient.email,
    send: async ({ req, message }) => {
      const { recipient, items, digest } = message
      const kind = digest ? everyKind : (items[0]?.kind ?? everyKind)
      const token = createUnsubscribeToken({ secret: req.payload.secret, learner: recipient.id, kind, channel: email })
      const unsubscribeUrl = `${siteUrl}/api/learn/notifications/unsubscribe?token=${token}`
      try {
        await deliver({
          ...renderMail({ message, unsubscribeUrl }),
          from: mail.from,
          to: { name: recipient.name, address: recipient.email },
          messageId: `<${message.id}@${domain}>`,
          headers: {
            'List-Unsubscribe': `<${unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            'Auto-Submitted': 'auto-generated',
          },
        })
        return { outcome: 'sent' }
      } catch (error) {
        return toSendResult({ error, address: recipient.email })
      }
    },
  }
}
