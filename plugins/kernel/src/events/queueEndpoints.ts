import type { Endpoint, PayloadRequest } from 'payload'
import { hasRole } from '../access.ts'
import { kernelErrors, OperationError } from '../errors.ts'
import { pauseHandler, resumeHandler } from './pauseHandler.ts'
import { readQueue } from './readQueue.ts'
import { countReplay, replayRangeSchema, startReplay } from './replay.ts'
import { discardFailure, retryFailure } from './retryFailure.ts'
import { retryJobs } from './retryJobs.ts'

type Act = (call: { req: PayloadRequest; actor: string }) => Promise<unknown>

/** The queue in the admin's REST interface. Administrators only. */
export const queueEndpoints: Endpoint[] = [
  define('get', '/queue', ({ req }) => readQueue({ req })),
  define('post', '/queue/handlers/:handler/pause', ({ req, actor }) =>
    pauseHandler({ req, actor, handler: param(req, 'handler') }),
  ),
  define('post', '/queue/handlers/:handler/resume', ({ req, actor }) =>
    resumeHandler({ req, actor, handler: param(req, 'handler') }),
  ),
  define('post', '/queue/failures/:id/retry', ({ req, actor }) => retryFailure({ req, actor, id: param(req, 'id') })),
  define('post', '/queue/failures/:id/discard', ({ req, actor }) => discardFailure({ req, actor, id: param(req, 'id') })),
  define('post', '/queue/jobs/:task/retry', ({ req, actor }) => retryJobs({ req, actor, task: param(req, 'task') })),
  define('post', '/queue/replay/count', async ({ req }) => countReplay({ req, range: await rangeOf(req) })),
  define('post', '/queue/replay', async ({ req, actor }) => startReplay({ req, actor, range: await rangeOf(req) })),
]

function define(method: 'get' | 'post', path: string, act: Act): Endpoint {
  return {
    method,
    path,
    handler: async (req) => {
      if (!req.user || !hasRole(req.user, 'admin')) return refuse(kernelErrors.forbidden())
      try {
        return Response.json((await act({ req, actor: String(req.user.id) })) ?? { done: true })
      } catch (error) {
        if (error instanceof OperationError) return refuse(error)
        throw error
      }
    },
  }
}

function refuse({ code, message, details, status }: OperationError): Response {
  return Response.json({ error: { code, message, details } }, { status })
}

function param(req: PayloadRequest, name: string): string {
  return String(req.routeParams?.[name])
}

async function rangeOf(req: PayloadRequest) {
  const parsed = replayRangeSchema.safeParse(await req.json?.().catch(() => null))
  if (!parsed.success) throw kernelErrors.invalidInput(parsed.error.issues)
  return parsed.data
}
