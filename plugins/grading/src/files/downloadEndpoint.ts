import { asUser, type FileStore, hasRole, OperationError, staffRoles } from '@lectern/kernel'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { openFile } from './openFile.ts'

/** GET /api/attempt-files/:id/download: for staff who may see the file and the attempt that it belongs to. */
export function createDownloadEndpoint({ files }: { files: FileStore }): Endpoint {
  return { path: '/:id/download', method: 'get', handler: (req) => download({ req, files }) }
}

async function download({ req, files }: { req: PayloadRequest; files: FileStore }): Promise<Response> {
  if (!hasRole(req.user, ...staffRoles)) return refuse({ status: 403, code: 'FORBIDDEN' })
  const id = z.uuid().safeParse(req.routeParams?.id)
  const attempt = id.success ? await visibleAttempt({ req, file: id.data }) : null
  if (!id.success || attempt === null) return refuse({ status: 404, code: 'FILE_NOT_FOUND' })
  try {
    return await openFile({ req, files, file: id.data, attempt, learner: null })
  } catch (error) {
    if (!(error instanceof OperationError)) throw error
    return refuse({ status: error.status, code: error.code })
  }
}

/** The attempt of a file, or null where this person may not see one of the two. */
async function visibleAttempt({ req, file }: { req: PayloadRequest; file: string }): Promise<string | null> {
  const own = { ...asUser(req), depth: 0, limit: 1 } as const
  const { docs } = await req.payload.find({ ...own, collection: 'attempt-files', where: { id: { equals: file } } })
  const attempt = z.object({ attempt: z.string() }).safeParse(docs[0])
  if (!attempt.success) return null
  const seen = await req.payload.find({ ...own, collection: 'attempts', where: { id: { equals: attempt.data.attempt } } })
  return seen.docs.length > 0 ? attempt.data.attempt : null
}

function refuse({ status, code }: { status: number; code: string }): Response {
  return Response.json({ error: { code } }, { status })
}
