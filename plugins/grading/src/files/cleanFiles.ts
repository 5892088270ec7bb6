import { type FileStore, type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { discardFile } from './dropFile.ts'

/** Takes away the files of a closed attempt that no response of it names. */
export const cleanFilesJob = 'grading.clean-files'

export async function cleanFiles({
  req,
  files,
  payload,
}: {
  req: OperationRequest
  files: FileStore
  payload: unknown
}): Promise<void> {
  const { attempt } = z.object({ attempt: z.uuid() }).parse(payload)
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ id: string }>({
    name: 'grading.unnamedFiles',
    text: `select f."id" from "attempt_files" f join "attempts" a on a."id" = f."attempt_id"
           where f."attempt_id" = $1 and a."state" <> 'in-progress'
             and not exists (select 1 from "responses" r
                             where r."attempt_id" = f."attempt_id" and r."item" = f."item" and r."response" -> 'files' ? f."id"::text)`,
    values: [attempt],
  })
  for (const { id } of rows) await discardFile({ req, files, id })
}
