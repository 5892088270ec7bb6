import { authorRoles, hasRole, OperationError } from '@lectern/kernel'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { countAudience } from './audience.ts'
import { readAnnouncement, scheduleAnnouncement, withdrawAnnouncement } from './operations.ts'

/** The buttons of an announcement: whom it reaches, send, take back. For those who may write it. */
export const announcementEndpoints: Endpoint[] = [
  {
    path: '/:id/audience',
    method: 'get',
    handler: (req) =>
      answer({
        req,
        work: async (id) => {
          const { course, author, state, title, body } = await readAnnouncement({ req, id })
          return { people: await countAudience({ req, course, author }), state, title, body }
        },
      }),
  },
  {
    path: '/:id/schedule',
    method: 'post',
    handler: (req) => answer({ req, work: (id) => scheduleAnnouncement({ req, id }).then(() => ({ scheduled: true })) }),
  },
  {
    path: '/:id/withdraw',
    method: 'post',
    handler: (req) => answer({ req, work: (id) => withdrawAnnouncement({ req, id }).then(() => ({ withdrawn: true })) }),
  },
]

async function answer({ req, work }: { req: PayloadRequest; work: (id: string) => Promise<unknown> }): Promise<Response> {
  if (!hasRole(req.user, ...authorRoles)) return Response.json({ error: { code: 'FORBIDDEN' } }, { status: 403 })
  const id = z.uuid().safeParse(req.routeParams?.id)
  if (!id.success) return Response.json({ error: { code: 'NOT_FOUND' } }, { status: 404 })
  try {
    return Response.json(await work(id.data))
  } catch (error) {
    if (!(error instanceof OperationError)) throw error
    return refuse(error)
  }
}

function refuse({ code, message, status }: OperationError): Response {
  return Response.json({ error: { code, message } }, { status })
}
