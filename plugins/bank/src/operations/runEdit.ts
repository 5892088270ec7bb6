import { inTransaction, type OperationRequest, sqlOf, transition } from '@lectern/kernel'
import { createLocalReq, type Payload, type PayloadRequest, ValidationError } from 'payload'
import { z } from 'zod'
import {
  applyChanges,
  type Changeable,
  changeableSchema,
  differencesOf,
  type QuestionChanges,
  questionChangesSchema,
  undoChanges,
} from '../domain/questionChanges.ts'
import { readChangeable, writeChangeable } from './changeable.ts'

const rowSchema = z.object({
  id: z.string(),
  question: z.string(),
  before: changeableSchema.nullable(),
  after: changeableSchema.nullable(),
})
const editSchema = z.object({ state: z.enum(['running', 'undoing', 'done', 'undone']), changes: questionChangesSchema })
type Row = z.infer<typeof rowSchema>
type Outcome = { outcome: string; reason?: string; before?: Changeable; after?: Changeable }

/**
 * Changes the questions of an edit that still wait, one transaction each: a question that cannot be changed does not keep
 * the others from it, and a worker that stops half way goes on where it was. An edit that is being undone goes back alike.
 */
export async function runEdit({ req, edit }: { req: OperationRequest; edit: string }): Promise<void> {
  const sql = await sqlOf(req)
  const found = await sql.rows({ text: `select "state", "changes" from "question_edits" where "id" = $1`, values: [edit] })
  const { state, changes } = editSchema.parse(found[0])
  if (state === 'done' || state === 'undone') return
  const isUndo = state === 'undoing'
  for (;;) {
    const rows = await sql.rows({
      text: `select "id"::text as id, "question", "before", "after" from "question_edit_rows"
             where "edit" = $1 and "outcome" = $2 order by "id" limit 100`,
      values: [edit, isUndo ? 'waiting to undo' : 'waiting'],
    })
    if (rows.length === 0) break
    for (const row of z.array(rowSchema).parse(rows)) await settleRow({ req, row, changes, isUndo })
  }
  await transition({ req, table: 'question_edits', id: edit, from: [state], to: isUndo ? 'undone' : 'done' })
}

async function settleRow({
  req,
  row,
  changes,
  isUndo,
}: {
  req: OperationRequest
  row: Row
  changes: QuestionChanges
  isUndo: boolean
}): Promise<void> {
  // A request of its own for each, since Payload keeps what it has loaded with the request.
  const local = await createLocalReq({}, req.payload as Payload) // `BasePayload` is what `Payload` extends
  try {
    await inTransaction(local, async () => {
      const outcome = isUndo ? await undo({ req: local, row }) : await change({ req: local, row, changes })
      await note({ req: local, row, outcome })
    })
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    const reason = error.data.errors.map(({ message }) => message).join(' ')
    await note({ req, row, outcome: { outcome: isUndo ? 'kept' : 'refused', reason } })
  }
}

async function change({ req, row, changes }: { req: PayloadRequest; row: Row; changes: QuestionChanges }): Promise<Outcome> {
  const before = await readChangeable({ req, question: row.question })
  if (!before) return { outcome: 'refused', reason: 'The question is gone.' }
  const after = applyChanges({ before, changes })
  if (differencesOf({ before, after }).length === 0) return { outcome: 'unchanged' }
  await writeChangeable({ req, question: row.question, before, after })
  return { outcome: 'changed', before, after }
}

async function undo({ req, row }: { req: PayloadRequest; row: Row }): Promise<Outcome> {
  const now = await readChangeable({ req, question: row.question })
  const back = now && row.before && row.after ? undoChanges({ now, before: row.before, after: row.after }) : null
  if (!now || !back) return { outcome: 'kept', reason: now ? 'It was changed since.' : 'The question is gone.' }
  await writeChangeable({ req, question: row.question, before: now, after: back })
  return { outcome: 'undone' }
}

async function note({ req, row, outcome }: { req: OperationRequest; row: Row; outcome: Outcome }): Promise<void> {
  const { before, after, reason, outcome: name } = outcome
  const sql = await sqlOf(req)
  await sql.rows({
    name: 'bank.noteEdit',
    text: `update "question_edit_rows" set "outcome" = $2, "reason" = $3, "before" = coalesce($4, "before"), "after" = coalesce($5, "after"),
             "updated_at" = now() where "id" = $1`,
    values: [row.id, name, reason ?? null, before ? JSON.stringify(before) : null, after ? JSON.stringify(after) : null],
  })
}
