import { newId } from '../ids.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { contentHash } from './contentHash.ts'

export type QuestionToPin = { id: string; type: string; typeVersion: number; body: unknown }

/**
 * Keeps these questions as they are now and answers the id of the kept version by question id. A question that has not
 * changed since it was last kept has the same version again. Two statements, whatever their number.
 */
export async function pinQuestionVersions({
  req,
  questions,
}: {
  req: OperationRequest
  questions: QuestionToPin[]
}): Promise<Map<string, string>> {
  if (questions.length === 0) return new Map()
  const rows = questions.map((question) => ({
    ...question,
    row: newId(),
    hash: contentHash([question.type, question.typeVersion, question.body]),
  }))
  const sql = await sqlOf(req)
  await sql.rows({
    text: `insert into "question_versions" ("id", "question", "hash", "type", "type_version", "body")
           select x."row", x."id", x."hash", x."type", x."typeVersion", x."body"
           from jsonb_to_recordset($1::jsonb) as x("row" uuid, "id" text, "hash" text, "type" text, "typeVersion" numeric, "body" jsonb)
           on conflict ("question", "hash") do nothing`,
    values: [JSON.stringify(rows)],
  })
  const kept = await sql.rows<{ id: string; question: string }>({
    text: `select v."id", v."question" from "question_versions" v
           join unnest($1::text[], $2::text[]) as wanted("question", "hash") using ("question", "hash")`,
    values: [rows.map(({ id }) => id), rows.map(({ hash }) => hash)],
  })
  return new Map(kept.map(({ id, question }) => [question, id]))
}
