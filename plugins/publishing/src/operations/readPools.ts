import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'

/** What a draw takes questions by: all of `tags`, a difficulty within the bounds, one of `types` (empty: any). */
export type PoolRule = { tags: string[]; difficultyFrom: number | null; difficultyTo: number | null; types: string[] }

/**
 * The published questions of the bank that fit each rule and are not retired, by its place in `rules`, in the order of their ids. A question
 * without a difficulty fits only rules that do not ask for one. One statement.
 */
export async function readPools({ req, rules }: { req: OperationRequest; rules: PoolRule[] }): Promise<string[][]> {
  if (rules.length === 0) return []
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    text: `select d."at"::int as at, array_agg(q."id"::text order by q."id") as questions
           from jsonb_to_recordset($1::jsonb)
               as d("at" int, "tags" text[], "difficultyFrom" numeric, "difficultyTo" numeric, "types" text[])
             join "questions" q on q."_status" = 'published' and q."retired" is not true
               and not exists (
                 select 1 from unnest(d."tags") as wanted(tag)
                 where not exists (select 1 from "questions_texts" x where x."parent_id" = q."id" and x."path" = 'tags' and x."text" = wanted.tag))
               and (d."difficultyFrom" is null or q."difficulty" >= d."difficultyFrom")
               and (d."difficultyTo" is null or q."difficulty" <= d."difficultyTo")
               and (cardinality(d."types") = 0 or q."type" = any(d."types"))
           group by d."at"`,
    values: [JSON.stringify(rules.map((rule, at) => ({ at, ...rule })))],
  })
  const pools = new Map(
    z
      .array(z.object({ at: z.number(), questions: z.array(z.string()) }))
      .parse(rows)
      .map(({ at, questions }) => [at, questions]),
  )
  return rules.map((_, at) => pools.get(at) ?? [])
}
