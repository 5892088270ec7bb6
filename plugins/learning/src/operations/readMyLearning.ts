import { type Locale, type LocalizedText, type MyLearning, pickText } from '@lectern/content-schemas'
import { currentEditions, type Edition, type OperationRequest, sqlOf } from '@lectern/kernel'
import { resumeLesson } from '../domain/progress.ts'

/** The newest results that "my learning" shows. */
const resultLimit = 50

type EnrolmentRow = {
  course_id: string
  percent: string | number
  last_lesson: string | null
  enrolled_at: Date
  completed_at: Date | null
}
type ResultRow = {
  id: string
  test_id: string
  course_id: string
  lesson_id: string | null
  submitted_at: Date
  mark: string | number
  max_mark: string | number
  percent: string | number
  passed: boolean
  title: LocalizedText | null
}

/** What a learner is enrolled in, where to go on, and the newest results. Four queries, whatever the number of courses. */
export async function readMyLearning({
  req,
  learner,
  locale,
}: {
  req: OperationRequest
  learner: string
  locale: Locale
}): Promise<MyLearning> {
  const sql = await sqlOf(req)
  const enrolments = await sql.rows<EnrolmentRow>({
    name: 'learning.myEnrolments',
    text: `select "course_id", "percent", "last_lesson", "enrolled_at", "completed_at" from "enrolments"
           where "learner_id" = $1 and "state" = 'active' order by "updated_at" desc`,
    values: [learner],
  })
  const results = await sql.rows<ResultRow>({
    name: 'learning.myResults',
    text: `select a."id", a."test_id", a."course_id", a."lesson_id", a."submitted_at", a."mark", a."max_mark", a."percent", a."passed", t."title"
           from "attempts" a left join "edition_tests" t on t."test" = a."test_id"::text and t."current"
           where a."learner_id" = $1 and a."state" = 'graded' order by a."submitted_at" desc limit ${resultLimit}`,
    values: [learner],
  })
  const courses = [...new Set([...enrolments, ...results].map(({ course_id }) => course_id))]
  const editions = await currentEditions({ req, courses })
  const completed = await sql.rows<{ lesson_id: string }>({
    name: 'learning.myCompletedLessons',
    text: `select "lesson_id" from "lesson_progress" where "learner_id" = $1 and "completed_at" is not null`,
    values: [learner],
  })
  const done = new Set(completed.map(({ lesson_id }) => lesson_id))
  return {
    courses: enrolments.flatMap((row) => toCourse({ row, edition: editions.get(row.course_id), done, locale })),
    results: results.flatMap((row) => toResult({ row, edition: editions.get(row.course_id), locale })),
  }
}

function toCourse({
  row,
  edition,
  done,
  locale,
}: {
  row: EnrolmentRow
  edition: Edition | undefined
  done: ReadonlySet<string>
  locale: Locale
}): MyLearning['courses'] {
  if (!edition) return []
  const lessons = edition.structure.modules.flatMap((module) => module.lessons)
  const resume = resumeLesson({ lessons, completed: done, lastLesson: row.last_lesson })
  const lesson = lessons.find(({ id }) => id === resume?.id)
  return [
    {
      course: row.course_id,
      slug: edition.structure.course.slug,
      title: pickText({ text: edition.structure.course.title, locale }),
      percent: Number(row.percent),
      enrolledAt: row.enrolled_at.toISOString(),
      completedAt: row.completed_at?.toISOString() ?? null,
      resume: lesson ? { path: lesson.path, title: pickText({ text: lesson.title, locale }) } : null,
    },
  ]
}

function toResult({
  row,
  edition,
  locale,
}: {
  row: ResultRow
  edition: Edition | undefined
  locale: Locale
}): MyLearning['results'] {
  if (!edition) return []
  const lesson = edition.structure.modules.flatMap((module) => module.lessons).find(({ id }) => id === row.lesson_id)
  return [
    {
      attempt: row.id,
      test: row.test_id,
      testTitle: pickText({ text: row.title, locale }),
      courseSlug: edition.structure.course.slug,
      lessonPath: lesson?.path ?? null,
      submittedAt: row.submitted_at.toISOString(),
      mark: Number(row.mark),
      maxMark: Number(row.max_mark),
      percent: Number(row.percent),
      passed: row.passed,
    },
  ]
}
