import type { OperationRequest } from '@lectern/kernel'
import { z } from 'zod'
import { gradingErrors } from '../errors.ts'
import type { LoadedPaper } from '../operations/loadPaper.ts'
import type { ParsedResponse } from '../operations/storeResponses.ts'
import { listFiles } from './listFiles.ts'

const withFilesSchema = z.object({ files: z.array(z.string()).min(1) })

/**
 * Refuses responses that name files which were not handed to their question in this attempt: RESPONSE_INVALID with the reason
 * FILE_UNKNOWN. Costs a statement only where a response names any.
 */
export async function checkFiles({
  req,
  attempt,
  paper,
  responses,
}: {
  req: OperationRequest
  attempt: string
  paper: LoadedPaper
  responses: ParsedResponse[]
}): Promise<void> {
  const naming = responses.flatMap(({ item, response }) => {
    const takes = paper.items.find((question) => question.item === item)?.loaded.type.files !== undefined
    const named = takes ? withFilesSchema.safeParse(response) : undefined
    return named?.success ? [{ item, files: named.data.files }] : []
  })
  if (naming.length === 0) return
  const handed = await listFiles({ req, attempt, paper })
  for (const { item, files } of naming) {
    const known = new Set(handed.get(item)?.map(({ id }) => id))
    if (!files.every((id) => known.has(id))) throw gradingErrors.responseInvalid({ item, reason: 'FILE_UNKNOWN' })
  }
}
