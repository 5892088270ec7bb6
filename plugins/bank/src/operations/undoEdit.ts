import { addJob, inTransaction, type OperationRequest, sqlOf, transition } from '@lectern/kernel'
import { bankErrors } from '../errors.ts'
import { editQuestionsJob } from '../jobs.ts'

/** Begins to take a change of many questions back. Of any number of callers one does. Throws EDIT_NOT_DONE. */
export async function undoEdit({ req, edit }: { req: OperationRequest; edit: string }): Promise<{ edit: string }> {
  return inTransaction(req, async () => {
    const won = await transition({ req, table: 'question_edits', id: edit, from: ['done'], to: 'undoing' })
    if (won === null) throw bankErrors.editNotDone()
    const sql = await sqlOf(req)
    await sql.rows({
      text: `update "question_edit_rows" set "outcome" = 'waiting to undo' where "edit" = $1 and "outcome" = 'changed'`,
      values: [edit],
    })
    await addJob({ req, name: editQuestionsJob, payload: { edit }, jobKey: `${editQuestionsJob}:${edit}` })
    return { edit }
  })
}
