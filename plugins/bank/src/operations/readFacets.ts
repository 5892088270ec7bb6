import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'

const facetsSchema = z.object({
  tags: z.array(z.object({ tag: z.string(), questions: z.number() })),
  categories: z.array(z.object({ id: z.string(), path: z.string(), within: z.array(z.string()) })),
})

/** `tags`: those in use, the most used first, at most 500. `categories`: all, by path; `within` are those below and itself. */
export type Facets = z.infer<typeof facetsSchema>

/** Two statements. */
export async function readFacets({ req, locale }: { req: OperationRequest; locale: string }): Promise<Facets> {
  const sql = await sqlOf(req)
  const tags = await sql.rows({
    text: `select "text" as tag, count(*)::int as questions from "questions_texts" where "path" = 'tags' and "text" <> ''
           group by 1 order by 2 desc, 1 limit 500`,
  })
  const categories = await sql.rows({
    text: `with recursive below as (
             select "id" as root, "id" from "question_categories"
             union select below.root, c."id" from "question_categories" c join below on c."parent_id" = below."id"
           )
           select c."id"::text as id,
                  coalesce((select x."path" from "question_categories_locales" x where x."_parent_id" = c."id" and x."_locale"::text = $1),
                           (select min(x."path") from "question_categories_locales" x where x."_parent_id" = c."id"), '') as path,
                  (select array_agg(b."id"::text) from below b where b.root = c."id") as within
           from "question_categories" c order by 2`,
    values: [locale],
  })
  return facetsSchema.parse({ tags, categories })
}
