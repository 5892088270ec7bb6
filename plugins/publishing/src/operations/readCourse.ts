import { courseAccessSchema, localizedTextSchema } from '@lectern/content-schemas'
import { type EditionStructure, type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'

const rowSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: localizedTextSchema,
  summary: localizedTextSchema,
  level: z.string().nullable(),
  subject: z.object({ slug: z.string(), title: localizedTextSchema }).nullable(),
  tags: z.array(z.string()),
  authors: z.array(z.string()),
  licence: z.string().nullable(),
  source: z.string().nullable(),
  access: courseAccessSchema,
  amount: z.coerce.number().nullable(),
  currency: z.string().nullable(),
  prerequisites: z.array(z.uuid()),
  hue: z.coerce.number().nullable(),
  cover: z.uuid().nullable(),
  modules: z.array(z.uuid()),
})

/** The published title page of a course and its modules in order; null when the course is not published. */
export async function readCourse({ req, course }: { req: OperationRequest; course: string }): Promise<{
  course: EditionStructure['course']
  modules: string[]
} | null> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({ text: courseQuery, values: [course] })
  if (!rows[0]) return null
  const { modules, amount, currency, ...rest } = rowSchema.parse(rows[0])
  const price = amount !== null && currency !== null ? { amount: Math.round(amount), currency } : null
  return { course: { ...rest, price }, modules }
}

const courseQuery = `
  select c."id", c."slug", c."level"::text, c."licence", c."source", c."access"::text, c."price_amount" as amount,
         c."price_currency" as currency, c."hue", c."cover_id" as cover,
         coalesce((select jsonb_object_agg(l."_locale", l."title") filter (where l."title" is not null) from "courses_locales" l where l."_parent_id" = c."id"), '{}') as title,
         coalesce((select jsonb_object_agg(l."_locale", l."summary") filter (where l."summary" is not null) from "courses_locales" l where l."_parent_id" = c."id"), '{}') as summary,
         (select jsonb_build_object('slug', s."slug", 'title', coalesce((select jsonb_object_agg(sl."_locale", sl."title") from "categories_locales" sl where sl."_parent_id" = s."id"), '{}'))
          from "categories" s where s."id" = c."subject_id") as subject,
         array(select t."text" from "courses_texts" t where t."parent_id" = c."id" and t."path" = 'tags' order by t."order") as tags,
         array(select t."text" from "courses_texts" t where t."parent_id" = c."id" and t."path" = 'authors' order by t."order") as authors,
         array(select r."courses_id" from "courses_rels" r where r."parent_id" = c."id" and r."path" = 'prerequisites' order by r."order") as prerequisites,
         array(select r."modules_id" from "courses_rels" r where r."parent_id" = c."id" and r."path" = 'modules' order by r."order") as modules
  from "courses" c where c."id" = $1 and c."_status" = 'published'`
