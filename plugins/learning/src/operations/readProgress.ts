import type { CourseProgress } from '@lectern/content-schemas'
import { currentEditions, type OperationRequest, sqlOf } from '@lectern/kernel'
import { percentOf, resumeLesson } from '../domain/progress.ts'
import { learningErrors } from '../errors.ts'
import { missingPrerequisites } from './missingPrerequisites.ts'

/** A learner's progress in one course, module by module. Throws COURSE_NOT_PUBLISHED. */
export async function readProgress({
  req,
  learner,
  course,
}: {
  req: OperationRequest
  learner: string
  course: string
}): Promise<CourseProgress> {
  const edition = (await currentEditions({ req, courses: [course] })).get(course)
  if (!edition) throw learningErrors.courseNotPublished()
  const { modules } = edition.structure
  const lessons = modules.flatMap((module) => module.lessons)
  const sql = await sqlOf(req)
  const [enrolment] = await sql.rows<{ percent: string | number; last_lesson: string | null; completed_at: Date | null }>({
    name: 'learning.courseEnrolment',
    text: `select "percent", "last_lesson", "completed_at" from "enrolments" where "learner_id" = $1 and "course_id" = $2 and "state" = 'active'`,
    values: [learner, course],
  })
  const rows = await sql.rows<{ lesson_id: string; viewed: boolean; done: boolean; completed: boolean }>({
    name: 'learning.lessonProgress',
    text: `select "lesson_id", "viewed_at" is not null as viewed, "done_at" is not null as done, "completed_at" is not null as completed
           from "lesson_progress" where "learner_id" = $1 and "lesson_id" = any($2)`,
    values: [learner, lessons.map(({ id }) => id)],
  })
  const completed = new Set(rows.filter((row) => row.completed).map(({ lesson_id }) => lesson_id))
  const resume = enrolment ? resumeLesson({ lessons, completed, lastLesson: enrolment.last_lesson }) : null
  return {
    enrolled: enrolment !== undefined,
    percent: Number(enrolment?.percent ?? 0),
    completedAt: enrolment?.completed_at?.toISOString() ?? null,
    resume: resume && { lesson: resume.id, path: resume.path },
    lessons: rows.map(({ lesson_id, ...row }) => ({ lesson: lesson_id, ...row })),
    modules: modules.map((module) => ({
      module: module.id,
      percent: percentOf({
        completed: module.lessons.filter(({ id }) => completed.has(id)).length,
        total: module.lessons.length,
      }),
    })),
    missingPrerequisites: enrolment ? [] : await missingPrerequisites({ req, learner, edition }),
  }
}
