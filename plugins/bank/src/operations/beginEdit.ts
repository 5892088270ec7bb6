import { addJob, asUser, inTransaction, newId, sqlOf } from '@lectern/kernel'
import { type PayloadRequest, QueryError, type Where } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { z } from 'zod'
import type { QuestionChanges } from '../domain/questionChanges.ts'
import { bankErrors } from '../errors.ts'
import { editQuestionsJob } from '../jobs.ts'

/** Questions by their ids, or all that the list of the admin shows for a query and a search. */
export const selectionSchema = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(50_000) }),
  z.strictObject({ where: z.record(z.string(), z.unknown()), search: z.string().max(400).optional() }),
])
export type Selection = z.infer<typeof selectionSchema>

/**
 * Notes a change of many questions and hands it to the queue. Which questions it is about is settled now; what becomes of
 * each is told by `readEdit`. Throws SELECTION_EMPTY or SELECTION_UNREADABLE.
 */
export async function beginEdit({
  req,
  selection,
  changes,
}: {
  req: PayloadRequest
  selection: Selection
  changes: QuestionChanges
}): Promise<{ edit: string; questions: number }> {
  return inTransaction(req, async () => {
    const questions = await selectQuestions({ req, selection })
    if (questions.length === 0) throw bankErrors.selectionEmpty()
    const edit = newId()
    const sql = await sqlOf(req)
    await sql.rows({
      text: `insert into "question_edits" ("id", "by_id", "state", "changes") values ($1, $2, 'running', $3)`,
      values: [edit, req.user?.id ?? null, JSON.stringify(changes)],
    })
    await sql.rows({
      text: `insert into "question_edit_rows" ("id", "edit", "question", "outcome")
             select x."id", $1, x."question", 'waiting' from unnest($2::uuid[], $3::text[]) as x("id", "question")`,
      values: [edit, questions.map(() => newId()), questions],
    })
    await addJob({ req, name: editQuestionsJob, payload: { edit }, jobKey: `${editQuestionsJob}:${edit}` })
    return { edit, questions: questions.length }
  })
}

async function selectQuestions({ req, selection }: { req: PayloadRequest; selection: Selection }): Promise<string[]> {
  try {
    const { docs } = await req.payload.find({
      collection: 'questions',
      where: whereOf({ req, selection }),
      select: { name: true },
      draft: true,
      depth: 0,
      limit: 0,
      pagination: false,
      ...asUser(req),
    })
    return docs.map(({ id }) => String(id))
  } catch (error) {
    if (error instanceof QueryError) throw bankErrors.selectionUnreadable()
    throw error
  }
}

function whereOf({ req, selection }: { req: PayloadRequest; selection: Selection }): Where {
  if ('ids' in selection) return { id: { in: selection.ids } }
  const collection = req.payload.collections.questions?.config
  if (!collection) throw new Error('There is no collection of questions.')
  // Payload checks the query itself when it runs it.
  const where = selection.where as Where
  return mergeListSearchAndWhere({ collectionConfig: collection, search: selection.search ?? '', where }) ?? where
}
