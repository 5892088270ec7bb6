import { z } from 'zod'
import { at, defineEvent } from './defineEvent.ts'

export const communityEvents = {
  'comment.posted@1': defineEvent({
    says: 'Someone wrote a comment.',
    key: 'comment',
    data: {
      comment: z.uuid(),
      author: z.uuid(),
      course: z.uuid(),
      lesson: z.uuid().nullable(),
      parent: z.uuid().nullable().describe('the comment that it answers'),
      at,
    },
  }),
  'comment.accepted@1': defineEvent({
    says: 'A comment was marked as the answer that helped.',
    key: 'comment',
    data: { comment: z.uuid(), author: z.uuid(), by: z.uuid(), course: z.uuid(), at },
  }),
  'comment.hidden@1': defineEvent({
    says: 'A moderator took a comment out of sight.',
    key: 'comment, and the time',
    data: { comment: z.uuid(), author: z.uuid(), moderator: z.uuid(), at },
  }),
  'review.written@1': defineEvent({
    says: 'A learner reviewed a course.',
    key: 'review',
    data: { review: z.uuid(), learner: z.uuid(), course: z.uuid(), stars: z.int().min(1).max(5), at },
  }),
} as const
