import { inTransaction, newId, type OperationRequest, registriesOf, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { fingerprintsOf } from './fingerprint.ts'

/** From here on two questions are a possible duplicate: the share of trigrams that they have in common. */
export const leastSimilarity = 0.6
const batch = 300
/** Pairs of one question; of a hundred questions alike nobody needs all 4,950 pairs. */
const mostPairs = 10

const rowSchema = z.object({
  id: z.string(),
  type: z.string(),
  version: z.coerce.number(),
  block: z.unknown(),
  asOf: z.date(),
})

/**
 * Reads the questions that have changed since they were read last, and looks for others that say nearly the same. Answers
 * how many it read; it is done when that is 0. A question whose body cannot be read gets a row without words, so that it
 * is not read again before it changes.
 */
export async function indexQuestions({ req }: { req: OperationRequest }): Promise<number> {
  return inTransaction(req, async () => {
    const sql = await sqlOf(req)
    const rows = z.array(rowSchema).parse(
      await sql.rows({
        text: `select q."id"::text as id, q."type", q."type_version" as version, q."body" -> 0 as block, q."updated_at" as "asOf"
               from "questions" q
               where not exists (select 1 from "question_fingerprints" f where f."question" = q."id"::text and f."as_of" >= q."updated_at")
               order by q."id" limit $1`,
        values: [batch],
      }),
    )
    if (rows.length === 0) return 0
    const types = registriesOf(req.payload).questionTypes
    const fingerprints = rows.flatMap(({ id, type: name, version, block, asOf }) => {
      const type = types.get(name)
      const found = type ? fingerprintsOf({ type, version, body: block }) : []
      const read = found.length > 0 ? found : [{ language: '', digest: '', words: '', keys: [] }]
      return read.map((fingerprint) => ({ ...fingerprint, id: newId(), question: id, asOf: asOf.toISOString() }))
    })
    const questions = rows.map(({ id }) => id)
    await sql.rows({ text: `delete from "question_fingerprints" where "question" = any($1)`, values: [questions] })
    await sql.rows({
      text: `insert into "question_fingerprints" ("id", "question", "language", "digest", "words", "keys", "as_of")
             select x."id", x."question", x."language", x."digest", x."words", x."keys", x."asOf"
             from jsonb_to_recordset($1::jsonb)
               as x("id" uuid, "question" text, "language" text, "digest" text, "words" text, "keys" jsonb, "asOf" timestamptz)`,
      values: [JSON.stringify(fingerprints)],
    })
    await pairUp({ req, questions })
    return rows.length
  })
}

/** The pairs of these questions, found anew; what an author has dismissed stays dismissed. */
async function pairUp({ req, questions }: { req: OperationRequest; questions: string[] }): Promise<void> {
  const sql = await sqlOf(req)
  await sql.rows({
    text: `delete from "question_pairs" where "state" = 'open' and ("first" = any($1) or "second" = any($1))`,
    values: [questions],
  })
  const pairs = await sql.rows<{ first: string; second: string; similarity: number }>({
    text: `select least(f."question", o."question") as first, greatest(f."question", o."question") as second, max(o.similarity) as similarity
           from "question_fingerprints" f
             cross join lateral (
               select c."question", similarity(f."words", c."words")::float8 as similarity
               from "question_fingerprints" c
               where c."keys" ?| array(select jsonb_array_elements_text(f."keys")) and c."question" <> f."question"
                 and c."language" = f."language" and similarity(f."words", c."words") >= $2
               order by 2 desc, 1 limit ${mostPairs}
             ) o
           where f."question" = any($1) and f."words" <> ''
           group by 1, 2`,
    values: [questions, leastSimilarity],
  })
  await sql.rows({
    text: `insert into "question_pairs" ("id", "first", "second", "similarity", "state")
           select x."id", x."first", x."second", round(x."similarity"::numeric, 3), 'open'
           from jsonb_to_recordset($1::jsonb) as x("id" uuid, "first" text, "second" text, "similarity" float8)
           order by x."first", x."second"
           on conflict ("first", "second") do update set "similarity" = excluded."similarity", "updated_at" = now()`,
    values: [JSON.stringify(pairs.map((pair) => ({ ...pair, id: newId() })))],
  })
}
