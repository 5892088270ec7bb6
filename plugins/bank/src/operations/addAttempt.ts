import { newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import { attemptItems } from './attemptItems.ts'

/**
 * Adds one graded attempt to the use of its questions. The caller makes sure that it does so once for each attempt (by the
 * receipt of the event). Rows are locked in one order, so that attempts that share questions wait instead of blocking
 * each other.
 */
export async function addAttempt({ req, attempt }: { req: OperationRequest; attempt: string }): Promise<void> {
  const sql = await sqlOf(req)
  const items = await sql.rows<{ question: string; version: string; marked: number; fraction: number }>({
    name: 'bank.attemptItems',
    text: `${attemptItems} where a."id" = $1`,
    values: [attempt],
  })
  if (items.length === 0) return
  await sql.rows({
    name: 'bank.addAttempt',
    text: `insert into "question_usage" ("id", "question", "version", "attempts", "marked", "fraction_sum", "stale")
           select x."id", x."question", x."version", 1, x."marked", x."fraction", true
           from jsonb_to_recordset($1::jsonb) as x("id" uuid, "question" text, "version" text, "marked" numeric, "fraction" numeric)
           order by x."question", x."version"
           on conflict ("question", "version") do update
             set "attempts" = "question_usage"."attempts" + 1, "marked" = "question_usage"."marked" + excluded."marked",
                 "fraction_sum" = "question_usage"."fraction_sum" + excluded."fraction_sum", "stale" = true, "updated_at" = now()`,
    values: [JSON.stringify(items.map((item) => ({ ...item, id: newId() })))],
  })
}
