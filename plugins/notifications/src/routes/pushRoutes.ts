import { pushSubscriptionInputSchema } from '@lectern/content-schemas'
import { defineLearnerRoute, definePublicRoute, type LearnerRoute } from '@lectern/kernel'
import { z } from 'zod'
import { readPushKeys } from '../channels/webPush/readPushKeys.ts'
import { forgetBrowser, subscribe } from '../channels/webPush/subscriptions.ts'
import type { NotificationOptions } from '../options.ts'

const none = z.object({})

export function createPushRoutes({ pushServices }: Pick<NotificationOptions, 'pushServices'>): LearnerRoute[] {
  return [
    definePublicRoute({
      method: 'GET',
      path: '/notifications/push-key',
      summary: 'The public key that a browser subscribes with',
      params: none,
      input: none,
      output: z.object({ key: z.string() }),
      handle: async ({ req }) => ({ key: (await readPushKeys({ req })).publicKey }),
    }),
    defineLearnerRoute({
      method: 'POST',
      path: '/notifications/push',
      summary: 'Take messages in this browser',
      params: none,
      input: pushSubscriptionInputSchema,
      output: z.object({ subscribed: z.boolean() }),
      handle: async ({ req, user, input }) => {
        await subscribe({ req, learner: user.id, subscription: input, services: pushServices })
        return { subscribed: true }
      },
    }),
    defineLearnerRoute({
      method: 'POST',
      path: '/notifications/push/forget',
      summary: 'Take no more messages in this browser',
      params: none,
      input: pushSubscriptionInputSchema.pick({ endpoint: true }),
      output: z.object({ subscribed: z.boolean() }),
      handle: async ({ req, user, input }) => {
        await forgetBrowser({ req, learner: user.id, endpoint: input.endpoint })
        return { subscribed: false }
      },
    }),
  ]
}
