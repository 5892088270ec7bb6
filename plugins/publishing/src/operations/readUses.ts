import { type OperationRequest, sqlOf } from '@lectern/kernel'

/** Questions that published tests have as their own, by what the tests are for. */
export type QuestionUses = { graded: ReadonlySet<string>; practised: ReadonlySet<string> }

/** What these questions are used for in all published tests. One statement. */
export async function readUses({ req, questions }: { req: OperationRequest; questions: string[] }): Promise<QuestionUses> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ question: string; practice: boolean }>({
    text: `select distinct i ->> 'question' as question, t."settings_kind" = 'practice' as practice
           from "tests" t, jsonb_array_elements(t."items") i
           where t."_status" = 'published' and i ->> 'blockType' = 'fixedQuestion' and i ->> 'question' = any($1)`,
    values: [questions],
  })
  const by = (practice: boolean) => new Set(rows.flatMap((row) => (row.practice === practice ? [row.question] : [])))
  return { graded: by(false), practised: by(true) }
}
