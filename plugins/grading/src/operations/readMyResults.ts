import { type Locale, localizedTextSchema, type MyResults, pickText, testSettingsSchema } from '@lectern/content-schemas'
import { currentEditions, type Edition, type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { reviewPolicyAt } from '../domain/reviewPolicyAt.ts'

/** The newest results that a learner is shown. */
const resultLimit = 50

const rowSchema = z.object({
  id: z.uuid(),
  test_id: z.uuid(),
  course_id: z.uuid(),
  lesson_id: z.uuid().nullable(),
  submitted_at: z.date(),
  mark: z.coerce.number(),
  max_mark: z.coerce.number(),
  percent: z.coerce.number(),
  passed: z.boolean(),
  settings: testSettingsSchema,
  now: z.date(),
  title: localizedTextSchema.nullable(),
})

/** The learner's newest marked attempts, as far as their review policies show marks. Two or three queries. */
export async function readMyResults({
  req,
  learner,
  locale,
}: {
  req: OperationRequest
  learner: string
  locale: Locale
}): Promise<MyResults> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'grading.myResults',
    text: `select a."id", a."test_id", a."course_id", a."lesson_id", a."submitted_at", a."mark", a."max_mark", a."percent", a."passed",
                  a."settings", now() as now, t."title"
           from "attempts" a left join "edition_tests" t on t."test" = a."test_id"::text and t."current"
           where a."learner_id" = $1 and a."state" = 'graded' order by a."submitted_at" desc limit ${resultLimit}`,
    values: [learner],
  })
  const parsed = z.array(rowSchema).parse(rows)
  const editions = await currentEditions({ req, courses: [...new Set(parsed.map(({ course_id }) => course_id))] })
  return { results: parsed.flatMap((row) => toResult({ row, edition: editions.get(row.course_id), locale })) }
}

/** A course that is no longer published has no pages to lead to. */
function toResult({
  row,
  edition,
  locale,
}: {
  row: z.infer<typeof rowSchema>
  edition: Edition | undefined
  locale: Locale
}): MyResults['results'] {
  if (!edition) return []
  const lessons = edition.structure.modules.flatMap((module) => module.lessons)
  const submittedAt = row.submitted_at.toISOString()
  const shown = reviewPolicyAt({ settings: row.settings, submittedAt, now: row.now.toISOString() }).includes('marks')
  return [
    {
      attempt: row.id,
      test: row.test_id,
      testTitle: pickText({ text: row.title, locale }),
      courseSlug: edition.structure.course.slug,
      courseTitle: pickText({ text: edition.structure.course.title, locale }),
      lessonPath: lessons.find(({ id }) => id === row.lesson_id)?.path ?? null,
      submittedAt,
      mark: shown ? row.mark : null,
      maxMark: row.max_mark,
      percent: shown ? row.percent : null,
      passed: shown ? row.passed : null,
    },
  ]
}
