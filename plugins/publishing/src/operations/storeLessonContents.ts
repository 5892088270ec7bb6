import { type OperationRequest, sqlOf } from '@lectern/kernel'

/** Digests by lesson id, then by language. */
export type ContentDigests = Map<string, Record<string, string>>

/**
 * Keeps the present texts of all published lessons of these modules, by digest, and answers which text each lesson has.
 * All of it happens in the database: the texts of a large course do not travel.
 */
export async function storeLessonContents({
  req,
  modules,
}: {
  req: OperationRequest
  modules: string[]
}): Promise<ContentDigests> {
  const sql = await sqlOf(req)
  await sql.rows({
    text: `${digestedLessons}
           insert into "lesson_contents" ("id", "digest", "lesson", "language", "title", "summary", "body")
           select gen_random_uuid(), "digest", "lesson", "language", "title", "summary", "body" from digested
           on conflict ("digest") do nothing`,
    values: [modules],
  })
  const rows = await sql.rows<{ lesson: string; contents: Record<string, string> }>({
    text: `${digestedLessons} select "lesson", jsonb_object_agg("language", "digest") as contents from digested group by "lesson"`,
    values: [modules],
  })
  return new Map(rows.map(({ lesson, contents }) => [lesson, contents]))
}

const digestedLessons = `
  with digested as (
    select l."id"::text as lesson, t."_locale"::text as language, t."title", t."summary", t."body",
           encode(sha256(convert_to(concat_ws(chr(31), l."id"::text, t."_locale"::text, t."title", t."summary", t."body"::text), 'UTF8')), 'hex') as digest
    from "lessons" l join "lessons_locales" t on t."_parent_id" = l."id"
    where l."module_id" = any($1) and l."_status" = 'published' and t."title" is not null
  )`
