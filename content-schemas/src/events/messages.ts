import { z } from 'zod'
import { at, defineEvent } from './defineEvent.ts'

export const messageEvents = {
  'announcement.published@1': defineEvent({
    says: 'An announcement of an instructor became due.',
    key: 'announcement',
    data: {
      announcement: z.uuid(),
      course: z.uuid().nullable().describe('whose learners it is for; null for all'),
      author: z.uuid(),
      at,
    },
  }),
  'notification.sent@1': defineEvent({
    says: 'A channel took a notification for one person.',
    key: 'notification/channel',
    data: {
      notification: z.uuid(),
      learner: z.uuid(),
      kind: z.string().describe('code of the kind'),
      channel: z.string().describe('code of the channel'),
      at,
    },
  }),
  'notification.bounced@1': defineEvent({
    says: 'A channel cannot reach a person any more and was switched off for them.',
    key: 'learner/channel, and the time',
    data: { learner: z.uuid(), channel: z.string(), reason: z.string(), at },
  }),
} as const
