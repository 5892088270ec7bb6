import { inTransaction, type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'

const testSchema = z.object({ id: z.string(), title: z.string(), course: z.string(), published: z.boolean() })
const usageSchema = z.object({
  tests: z.array(testSchema),
  draws: z.array(testSchema.extend({ count: z.number(), tags: z.array(z.string()) })),
  editions: z.array(z.object({ id: z.string(), course: z.string(), number: z.number(), tests: z.number() })),
  versions: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      keptAt: z.string(),
      attempts: z.number(),
      facility: z.number().nullable(),
      current: z.boolean(),
    }),
  ),
})

/**
 * Where a question is used. `tests` name it; `draws` could take it as it is now; `editions` are the published ones that
 * have it. `versions` are those that were published, oldest first, with the marked attempts that had them; facility in
 * percent. `current`: it is in an edition that learners take tests from now.
 */
export type QuestionUsage = z.infer<typeof usageSchema>

/** Four statements. */
export async function readUsage({
  req,
  question,
  locale,
}: {
  req: OperationRequest
  question: string
  locale: string
}): Promise<QuestionUsage> {
  return inTransaction(req, async () => {
    const sql = await sqlOf(req)
    const naming = JSON.stringify([{ question }])
    const pooling = JSON.stringify([{ pool: [{ question }] }])
    const [tests, draws] = [
      await sql.rows({
        text: `select t."id"::text as id, ${titles}, t."_status" = 'published' as published
               from "tests" t where t."items" @> $1::jsonb order by 3, 2`,
        values: [naming, locale],
      }),
      await sql.rows({
        text: `select t."id"::text as id, ${titles}, t."_status" = 'published' as published,
                      coalesce((i ->> 'count')::int, 0) as count, coalesce(i -> 'tags', '[]') as tags
               from "questions" q
                 join "tests" t on t."items" @> '[{"blockType": "draw"}]'
                 cross join lateral jsonb_array_elements(t."items") as i
               where q."id" = $1 and i ->> 'blockType' = 'draw' and not coalesce(q."retired", false)
                 and not exists (
                   select 1 from jsonb_array_elements_text(coalesce(i -> 'tags', '[]')) as wanted(tag)
                   where not exists (select 1 from "questions_texts" x
                                     where x."parent_id" = q."id" and x."path" = 'tags' and x."text" = wanted.tag))
                 and ((i ->> 'difficultyFrom') is null or q."difficulty" >= (i ->> 'difficultyFrom')::numeric)
                 and ((i ->> 'difficultyTo') is null or q."difficulty" <= (i ->> 'difficultyTo')::numeric)
                 and (coalesce(jsonb_array_length(nullif(i -> 'types', 'null')), 0) = 0 or i -> 'types' ? q."type")
               order by 3, 2`,
        values: [question, locale],
      }),
    ]
    const editions = await sql.rows({
      text: `select e."id"::text as id, ${courseTitle('e."course_id"')}, e."number"::int as number, count(*)::int as tests
             from "edition_tests" t join "editions" e on e."id"::text = t."edition"
             where t."current" and e."current" and (t."items" @> $1::jsonb or t."items" @> $3::jsonb)
             group by e."id" order by 2`,
      values: [naming, locale, pooling],
    })
    const versions = await sql.rows({
      text: `select v."id"::text as id, row_number() over (order by v."created_at", v."id")::int as number,
                    to_char(v."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "keptAt",
                    coalesce(u."attempts", 0)::int as attempts,
                    round(100 * u."fraction_sum" / nullif(u."marked", 0), 1)::float8 as facility,
                    exists (select 1 from "edition_tests" t where t."current"
                              and (t."items" @> jsonb_build_array(jsonb_build_object('version', v."id"))
                                or t."items" @> jsonb_build_array(jsonb_build_object('pool', jsonb_build_array(jsonb_build_object('version', v."id")))))) as current
             from "question_versions" v
               left join "question_usage" u on u."question" = v."question" and u."version" = v."id"::text
             where v."question" = $1 order by 2`,
      values: [question],
    })
    return usageSchema.parse({ tests, draws, editions, versions })
  })
}

const inLanguage = (table: string, parent: string) =>
  `coalesce((select x."title" from "${table}" x where x."_parent_id" = ${parent} and x."_locale"::text = $2),
            (select min(x."title") from "${table}" x where x."_parent_id" = ${parent}), '')`
const courseTitle = (column: string) => `${inLanguage('courses_locales', column)} as course`
const titles = `${inLanguage('tests_locales', 't."id"')} as title, ${courseTitle('t."course_id"')}`
