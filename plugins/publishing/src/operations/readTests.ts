import { type LocalizedText, localizedTextSchema, type TestSettings, testSettingsSchema } from '@lectern/content-schemas'
import { type OperationRequest, readAuthored, registriesOf, resolveUploads, sqlOf } from '@lectern/kernel'
import type { Field } from 'payload'
import { z } from 'zod'

export type PublishedTest = {
  id: string
  lesson: string | null
  key: string
  title: LocalizedText
  placement: 'before' | 'after' | 'embedded'
  settings: TestSettings
  items: { question: string; type: string; typeVersion: number; maxMark: number }[]
}
export type PublishedQuestion = { id: string; type: string; typeVersion: number; body: unknown }

const testRowSchema = z.object({
  id: z.uuid(),
  lesson: z.uuid().nullable(),
  key: z.string(),
  placement: z.enum(['before', 'after', 'embedded']),
  title: localizedTextSchema,
  settings: z.record(z.string(), z.unknown()),
  items: z.array(z.looseObject({ blockType: z.string(), question: z.uuid(), maxMark: z.coerce.number() })),
})
const questionRowSchema = z.object({
  id: z.uuid(),
  type: z.string(),
  version: z.coerce.number(),
  body: z.array(z.looseObject({ blockType: z.string() })).length(1),
})

/**
 * The published tests of these modules with the published questions they need. A question that is a draft, of a type that
 * is not installed, whose body does not fit its type, or whose picture is gone is left out, and `problems` says so; a test
 * without questions too.
 */
export async function readTests({ req, modules, course }: { req: OperationRequest; modules: string[]; course: string }): Promise<{
  tests: PublishedTest[]
  questions: PublishedQuestion[]
  problems: string[]
}> {
  const sql = await sqlOf(req)
  const testRows = z.array(testRowSchema).parse(await sql.rows({ text: testQuery, values: [modules, course] }))
  const wanted = [...new Set(testRows.flatMap(({ items }) => items.map(({ question }) => question)))]
  const questionRows = z.array(questionRowSchema).parse(await sql.rows({ text: questionQuery, values: [wanted] }))
  const problems: string[] = []
  const questions = new Map<string, PublishedQuestion>()
  const resolved = await resolveUploads({
    req,
    bodies: questionRows.map((row) => ({ fields: fieldsOf({ req, row }), body: row.body[0] ?? {} })),
  })
  for (const [at, row] of questionRows.entries()) {
    const { body, missing } = resolved[at] ?? { body: {}, missing: [] }
    const problem = unfitness({ req, row, body, missing })
    if (problem) problems.push(`question ${row.id}: ${problem}`)
    else questions.set(row.id, { id: row.id, type: row.type, typeVersion: row.version, body })
  }
  const tests = testRows.map((row) => toTest({ row, questions, problems })).filter(({ items }) => items.length > 0)
  return { tests, questions: [...questions.values()], problems }
}

type QuestionRow = z.infer<typeof questionRowSchema>

function fieldsOf({ req, row }: { req: OperationRequest; row: QuestionRow }): Field[] {
  return registriesOf(req.payload).questionTypes.get(row.type)?.block.fields ?? []
}

function unfitness({
  req,
  row,
  body,
  missing,
}: {
  req: OperationRequest
  row: QuestionRow
  body: unknown
  missing: string[]
}): string | null {
  const type = registriesOf(req.payload).questionTypes.get(row.type)
  if (!type) return `the question type ${row.type} is not installed`
  if (missing.length > 0) return `the file ${missing.join(', ')} is not in the media library`
  const authored = readAuthored({ type, version: row.version, body })
  return authored.ok ? null : authored.error.message
}

function toTest({
  row,
  questions,
  problems,
}: {
  row: z.infer<typeof testRowSchema>
  questions: ReadonlyMap<string, PublishedQuestion>
  problems: string[]
}): PublishedTest {
  const items = row.items.flatMap(({ question, maxMark }) => {
    const found = questions.get(question)
    if (!found) problems.push(`test ${row.id}: the question ${question} is left out`)
    return found ? [{ question, type: found.type, typeVersion: found.typeVersion, maxMark }] : []
  })
  const { id, lesson, key, placement, title } = row
  return { id, lesson, key, placement, title, settings: testSettingsSchema.parse(row.settings), items }
}

const testQuery = `
  select t."id", t."lesson_id" as lesson, t."key", t."placement"::text, coalesce(t."items", '[]') as items,
         coalesce((select jsonb_object_agg(x."_locale", x."title") filter (where x."title" is not null) from "tests_locales" x where x."_parent_id" = t."id"), '{}') as title,
         jsonb_strip_nulls(jsonb_build_object(
           'shuffleQuestions', t."settings_shuffle_questions", 'maxAttempts', t."settings_max_attempts",
           'timeLimitSeconds', t."settings_time_limit_seconds", 'counts', t."settings_counts"::text,
           'passPercent', t."settings_pass_percent",
           'reviewAfterSubmit', (select coalesce(jsonb_agg(r."value"::text order by r."order"), '[]') from "test_review" r where r."parent_id" = t."id")
         )) as settings
  from "tests" t left join "lessons" l on l."id" = t."lesson_id"
  where t."_status" = 'published' and (l."module_id" = any($1) or (t."lesson_id" is null and t."course_id" = $2))
  order by t."lesson_id", t."placement", t."key"`

const questionQuery = `
  select q."id", q."type", q."type_version" as version, coalesce(q."body", '[]') as body
  from "questions" q where q."id" = any($1) and q."_status" = 'published' order by q."id"`
