import type { Config } from 'payload'
import { z } from 'zod'
import { hasRole } from './access.ts'
import { definePlugin } from './definePlugin.ts'
import { OperationError } from './errors.ts'
import {
  eventFailuresCollection,
  eventHandlersCollection,
  eventReceiptsCollection,
  eventsCollection,
  queueActionsCollection,
} from './events/collections.ts'
import { pruneJob, pruneLog } from './events/pruneLog.ts'
import { queueEndpoints } from './events/queueEndpoints.ts'
import { replayJob, replayStep } from './events/replay.ts'
import { retryFailure } from './events/retryFailure.ts'
import { questionVersionsCollection } from './questionVersions/collection.ts'
import { recountDeliveries } from './recounts/deliveries.ts'

/** Days after which old events (with their receipts) and solved failures go; without `events` the log is kept for ever. */
const optionsSchema = z.strictObject({
  retention: z
    .strictObject({ events: z.int().min(30).nullable().default(null), failures: z.int().min(1).default(90) })
    .prefault({}),
})

/** Adds what the kernel stores: the event log, its receipts, and the failed deliveries with their retry button. */
export const kernelPlugin = definePlugin({
  name: 'kernel',
  band: 'kernel',
  options: optionsSchema,
  setup: ({ verbs, options }) => {
    verbs.contribute.endpoints(queueEndpoints)
    verbs.contribute.config(addQueueView)
    verbs.contribute.job({ name: replayJob, run: replayStep })
    verbs.contribute.job({
      name: pruneJob,
      schedule: '17 3 * * *',
      run: async ({ req }) => {
        await pruneLog({ req, retention: options.retention })
      },
    })
    verbs.contribute.recount({
      name: 'kernel.deliveries',
      says: 'Every event has had its effect once in each handler, or waits for it.',
      run: recountDeliveries,
    })
    verbs.contribute.collection(eventsCollection)
    verbs.contribute.collection(eventReceiptsCollection)
    verbs.contribute.collection(eventHandlersCollection)
    verbs.contribute.collection(queueActionsCollection)
    verbs.contribute.collection(questionVersionsCollection)
    verbs.contribute.collection({
      ...eventFailuresCollection,
      endpoints: [
        {
          path: '/:id/retry',
          method: 'post',
          handler: async (req) => {
            if (!hasRole(req.user, 'admin')) return Response.json({ error: { code: 'FORBIDDEN' } }, { status: 403 })
            try {
              await retryFailure({ req, id: String(req.routeParams?.id), ...(req.user ? { actor: String(req.user.id) } : {}) })
              return Response.json({ retrying: true })
            } catch (error) {
              if (!(error instanceof OperationError)) throw error
              return Response.json({ error: { code: error.code, message: error.message } }, { status: error.status })
            }
          },
        },
      ],
    })
  },
})

/** The page of the queue, and the way to it in the navigation. */
function addQueueView(config: Config): Config {
  const components = config.admin?.components
  const queue = { Component: '@lectern/kernel/admin/QueueView#QueueView', path: '/queue' } as const
  return {
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...components,
        afterNavLinks: [...(components?.afterNavLinks ?? []), '@lectern/kernel/admin/QueueLink#QueueLink'],
        views: { ...components?.views, queue },
      },
    },
  }
}
