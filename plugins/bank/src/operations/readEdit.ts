import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { bankErrors } from '../errors.ts'

const editSchema = z.object({
  edit: z.string(),
  state: z.enum(['running', 'done', 'undoing', 'undone']),
  /** Questions by what became of them: `waiting`, `changed`, `unchanged`, `refused`, `waiting to undo`, `undone`, `kept`. */
  outcomes: z.record(z.string(), z.number()),
  /** The first twenty that were not done as wished, with the reason in words. */
  refused: z.array(z.object({ question: z.string(), name: z.string(), reason: z.string() })),
})
export type QuestionEdit = z.infer<typeof editSchema>

/** How far a change of many questions is. Throws NOT_FOUND. One statement. */
export async function readEdit({ req, edit }: { req: OperationRequest; edit: string }): Promise<QuestionEdit> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    text: `select e."id"::text as edit, e."state",
                  (select coalesce(jsonb_object_agg(o.outcome, o.questions), '{}')
                   from (select r."outcome" as outcome, count(*) as questions from "question_edit_rows" r where r."edit" = $1 group by 1) o) as outcomes,
                  (select coalesce(jsonb_agg(f), '[]')
                   from (select r."question", coalesce(q."name", '') as name, coalesce(r."reason", '') as reason
                         from "question_edit_rows" r left join "questions" q on q."id" = r."question"::uuid
                         where r."edit" = $1 and r."outcome" in ('refused', 'kept') order by r."id" limit 20) f) as refused
           from "question_edits" e where e."id"::text = $1`,
    values: [edit],
  })
  if (!rows[0]) throw bankErrors.editUnknown()
  return editSchema.parse(rows[0])
}
