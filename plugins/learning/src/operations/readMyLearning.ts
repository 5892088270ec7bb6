import { type Locale, type MyLearning, pickText } from '@lectern/content-schemas'
import { currentEditions, type Edition, type OperationRequest, sqlOf } from '@lectern/kernel'
import { resumeLesson } from '../domain/progress.ts'

type EnrolmentRow = {
  course_id: string
  percent: string | number
  last_lesson: string | null
  enrolled_at: Date
  completed_at: Date | null
}
/** What a learner is enrolled in and where to go on. Three or four queries, whatever the number of courses. */
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
  const editions = await currentEditions({ req, courses: enrolments.map(({ course_id }) => course_id) })
  const completed = await sql.rows<{ lesson_id: string }>({
    name: 'learning.myCompletedLessons',
    text: `select "lesson_id" from "lesson_progress" where "learner_id" = $1 and "completed_at" is not null`,
    values: [learner],
  })
  const done = new Set(completed.map(({ lesson_id }) => lesson_id))
  return {
    courses: enrolments.flatMap((row) => toCourse({ row, edition: editions.get(row.course_id), done, locale })),
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
