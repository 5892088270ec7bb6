import { addJob, inTransaction, type OperationRequest, sqlOf, transition } from '@lectern/kernel'
import { holdAttempt, loadItem, refuseUnlessOpen } from './attemptForFiles.ts'
import { dropFileJob } from './dropFile.ts'
import { fileErrors } from './fileErrors.ts'
import { fileStates } from './fileStates.ts'

/**
 * Takes a file back while the attempt runs; its bytes go with a job. A response that names it cannot be saved any more.
 * Throws ATTEMPT_NOT_FOUND, ITEM_NOT_IN_ATTEMPT, FILE_NOT_FOUND, ATTEMPT_CLOSED, ITEM_LOCKED.
 */
export async function removeFile({
  req,
  attempt,
  item,
  learner,
  file,
}: {
  req: OperationRequest
  attempt: string
  item: string
  learner: string
  file: string
}): Promise<void> {
  const { paper } = await loadItem({ req, attempt, item, learner })
  const found = await inTransaction(req, async () => {
    const sql = await sqlOf(req)
    const rows = await sql.rows({
      name: 'grading.ownFile',
      text: `select 1 from "attempt_files" where "id" = $1 and "attempt_id" = $2 and "item" = $3 and "learner_id" = $4 and "state" = '${fileStates.stored}'`,
      values: [file, attempt, item, learner],
    })
    if (rows.length === 0) throw fileErrors.notFound()
    const state = await holdAttempt({ req, attempt, item })
    if (state !== 'open') return state
    const won = await transition({ req, table: 'attempt_files', id: file, from: [fileStates.stored], to: fileStates.removed })
    if (won === null) throw fileErrors.notFound()
    await addJob({ req, name: dropFileJob, payload: { file }, jobKey: `${dropFileJob}:${file}` })
    return state
  })
  await refuseUnlessOpen({ req, attempt, item, paper, found })
}
