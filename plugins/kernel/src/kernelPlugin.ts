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
import { retryFailure } from './events/retryFailure.ts'
import { questionVersionsCollection } from './questionVersions/collection.ts'

/** Adds what the kernel stores: the event log, its receipts, and the failed deliveries with their retry button. */
export const kernelPlugin = definePlugin({
  name: 'kernel',
  band: 'kernel',
  options: z.strictObject({}),
  setup: ({ verbs }) => {
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
