import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'

const sideSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  text: z.string(),
  tags: z.array(z.string()),
  status: z.string(),
  retired: z.boolean(),
  tests: z.number(),
  attempts: z.number(),
  facility: z.number().nullable(),
})
const pairSchema = z.object({ id: z.string(), similarity: z.number(), first: sideSchema, second: sideSchema })
/** Two questions that say nearly the same, with what it takes to choose between them. `similarity` 0…1. */
export type QuestionPair = z.infer<typeof pairSchema>

/**
 * Open pairs, the most alike first, twenty a page (from 1). A pair of which one is retired is settled. Answers how many
 * there are too. Two statements.
 */
export async function readPairs({
  req,
  page,
}: {
  req: OperationRequest
  page: number
}): Promise<{ pairs: QuestionPair[]; total: number }> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    text: `select p."id"::text as id, p."similarity"::float8 as similarity, ${side('a')} as first, ${side('b')} as second
           ${openPairs} order by p."similarity" desc, p."first", p."second" limit 20 offset $1`,
    values: [(page - 1) * 20],
  })
  const counts = await sql.rows<{ total: string }>({ text: `select count(*) as total ${openPairs}` })
  return { pairs: z.array(pairSchema).parse(rows), total: Number(counts[0]?.total ?? 0) }
}

const openPairs = `
  from "question_pairs" p
    join "questions" a on a."id" = p."first"::uuid
    join "questions" b on b."id" = p."second"::uuid
  where p."state" = 'open' and a."retired" is not true and b."retired" is not true`

const side = (of: string) =>
  `jsonb_build_object('id', ${of}."id", 'name', coalesce(${of}."name", ''), 'type', coalesce(${of}."type", ''), 'text', coalesce(${of}."text", ''),
     'status', coalesce(${of}."_status"::text, 'draft'), 'retired', coalesce(${of}."retired", false),
     'tests', coalesce(${of}."used_in_tests", 0), 'attempts', coalesce(${of}."attempts", 0), 'facility', ${of}."facility",
     'tags', (select coalesce(jsonb_agg(x."text" order by x."order"), '[]') from "questions_texts" x where x."parent_id" = ${of}."id" and x."path" = 'tags'))`
