import { localeSchema } from '@lectern/content-schemas'
import { defineLearnerRoute, type LearnerRoute } from '@lectern/kernel'
import type { BasePayload } from 'payload'
import { z } from 'zod'
import type { NotificationOptions } from '../options.ts'
import { createHub, type Hub } from './hub.ts'

/** What a browser sends in `Last-Event-ID`; anything else is as good as none. */
const lastEventSchema = z.uuid().nullable().catch(null)

/**
 * The live inbox as server-sent events: `notification` for each that arrives, `unread` when the count changes. A page that comes
 * back names its last one, by `Last-Event-ID` or `?after=`, and gets what it missed.
 */
export function createStreamRoute({ streams }: Pick<NotificationOptions, 'streams'>): LearnerRoute {
  const hubs = new WeakMap<BasePayload, Hub>()
  const hubOf = (payload: BasePayload): Hub => {
    const hub = hubs.get(payload) ?? createHub({ payload, limits: streams })
    hubs.set(payload, hub)
    return hub
  }
  return defineLearnerRoute({
    method: 'GET',
    path: '/notifications/stream',
    summary: 'Notifications as they arrive (server-sent events)',
    params: z.object({}),
    input: z.object({ after: lastEventSchema.optional(), locale: localeSchema.optional() }),
    output: z.object({}),
    handle: async ({ req, user, input, locale, request }) => {
      const lastEventId = lastEventSchema.parse(request.headers.get('last-event-id')) ?? input.after ?? null
      const stream = await hubOf(req.payload).open({ learner: user.id, session: user.session, locale, lastEventId })
      return new Response(stream, {
        headers: {
          'content-type': 'text/event-stream; charset=utf-8',
          // Compression would hold frames back until its buffer is full.
          'cache-control': 'private, no-store, no-transform',
          'x-accel-buffering': 'no',
        },
      })
    },
  })
}
