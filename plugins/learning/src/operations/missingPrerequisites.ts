import { currentEditions, type Edition, type OperationRequest, sqlOf } from '@lectern/kernel'

/** Slugs of the courses that must be completed first and are not. A prerequisite that is not published holds nobody back. */
export async function missingPrerequisites({
  req,
  learner,
  edition,
}: {
  req: OperationRequest
  learner: string
  edition: Edition
}): Promise<string[]> {
  const wanted = edition.structure.course.prerequisites
  if (wanted.length === 0) return []
  const sql = await sqlOf(req)
  const completed = await sql.rows<{ course_id: string }>({
    name: 'learning.completedCourses',
    text: `select "course_id" from "enrolments" where "learner_id" = $1 and "course_id" = any($2) and "completed_at" is not null`,
    values: [learner, wanted],
  })
  const done = new Set(completed.map(({ course_id }) => course_id))
  const editions = await currentEditions({ req, courses: wanted.filter((course) => !done.has(course)) })
  return [...editions.values()].map(({ structure }) => structure.course.slug)
}
