import { handedFileSchema } from '@lectern/content-schemas'
import { defineLearnerRoute, defineUploadRoute, type FileStore, type LearnerRoute } from '@lectern/kernel'
import { z } from 'zod'
import { openFile } from '../files/openFile.ts'
import { removeFile } from '../files/removeFile.ts'
import { takeFile } from '../files/takeFile.ts'

const itemParams = z.object({ attempt: z.uuid(), item: z.string().min(1).max(60) })

/** The learner routes of files. Each parses, calls its operation and answers; nothing else. */
export function createFileRoutes({ files, quotaBytes }: { files: FileStore; quotaBytes: number }): LearnerRoute[] {
  return [
    defineUploadRoute({
      method: 'POST',
      path: '/attempts/:attempt/items/:item/files',
      summary: 'Hand a file to a question: its bytes as the body, its name as ?name=.',
      params: itemParams,
      input: z.object({ name: z.string().max(1000) }),
      output: handedFileSchema,
      handle: ({ req, params: { attempt, item }, user, input, request }) =>
        takeFile({
          req,
          files,
          quotaBytes,
          attempt,
          item,
          learner: user.id,
          given: { name: input.name, length: lengthOf(request), body: request.body ?? nothing() },
        }),
    }),
    defineLearnerRoute({
      method: 'DELETE',
      path: '/attempts/:attempt/items/:item/files/:file',
      summary: 'Take a file back while the attempt runs.',
      params: itemParams.extend({ file: z.uuid() }),
      input: z.looseObject({}),
      output: z.object({ removed: z.literal(true) }),
      handle: async ({ req, params: { attempt, item, file }, user }) => {
        await removeFile({ req, attempt, item, file, learner: user.id })
        return { removed: true as const }
      },
    }),
    defineLearnerRoute({
      method: 'GET',
      path: '/attempts/:attempt/files/:file',
      summary: 'Download a file of one’s own attempt.',
      params: z.object({ attempt: z.uuid(), file: z.uuid() }),
      input: z.looseObject({}),
      output: z.never(),
      handle: ({ req, params: { attempt, file }, user }) => openFile({ req, files, file, attempt, learner: user.id }),
    }),
  ]
}

function lengthOf(request: Request): number | null {
  const length = request.headers.get('content-length')
  return length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
