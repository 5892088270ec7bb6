import { type FileStore, type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { fileStates } from './fileStates.ts'

/** `<job>`: takes away one file that never arrived or was removed. Files that are there are left. */
export const dropFileJob = 'grading.drop-file'

export async function dropFile({
  req,
  files,
  payload,
}: {
  req: OperationRequest
  files: FileStore
  payload: unknown
}): Promise<void> {
  const { file } = z.object({ file: z.uuid() }).parse(payload)
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'grading.fileToDrop',
    text: `select 1 from "attempt_files" where "id" = $1 and "state" <> '${fileStates.stored}'`,
    values: [file],
  })
  if (rows.length > 0) await discardFile({ req, files, id: file })
}

/** Takes away the bytes, and then the row: a file without a row would be found by nobody. */
export async function discardFile({ req, files, id }: { req: OperationRequest; files: FileStore; id: string }): Promise<void> {
  await files.remove({ key: id })
  const sql = await sqlOf(req)
  await sql.rows({ name: 'grading.dropFile', text: `delete from "attempt_files" where "id" = $1`, values: [id] })
}
