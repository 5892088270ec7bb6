import { inboxInputSchema, inboxSchema, markReadInputSchema, unreadSchema } from '@lectern/content-schemas'
import { defineLearnerRoute, type LearnerRoute } from '@lectern/kernel'
import { z } from 'zod'
import { markRead, readInbox } from '../operations/inbox.ts'

const none = z.object({})

export const inboxRoutes: LearnerRoute[] = [
  defineLearnerRoute({
    method: 'GET',
    path: '/notifications',
    summary: 'One page of the learner’s inbox, newest first',
    params: none,
    input: inboxInputSchema,
    output: inboxSchema,
    handle: ({ req, user, input, locale }) => readInbox({ req, learner: user.id, locale, before: input.before }),
  }),
  defineLearnerRoute({
    method: 'POST',
    path: '/notifications/read',
    summary: 'Mark notifications as read: the given ones, or all up to one',
    params: none,
    input: markReadInputSchema,
    output: unreadSchema,
    handle: ({ req, user, input }) => markRead({ req, learner: user.id, which: input }),
  }),
]
