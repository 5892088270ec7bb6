import { type CourseGate, sqlOf } from '@lectern/kernel'

/** One may take part in a course in which one has an active enrolment. */
export const courseGate: CourseGate = async ({ req, learner, course }) => {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'learning.gate',
    text: `select 1 from "enrolments" where "learner_id" = $1 and "course_id" = $2 and "state" = 'active'`,
    values: [learner, course],
  })
  return rows.length > 0 ? null : 'NOT_ENROLLED'
}
