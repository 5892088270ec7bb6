import { localizedTextSchema } from '@lectern/content-schemas'
import { currentEditions, inTransaction, type OperationRequest, sqlOf } from '@lectern/kernel'
import { notify } from '../operations/notify.ts'
import { courseIdleKind, testClosesKind } from './kinds.ts'
import { remindOfStreaks } from './remindOfStreaks.ts'

/**
 * Reminds people of tests that close within a day, of courses that lie idle, and of streaks about to end. It may run as often as it likes: a closing
 * time of a test is one fact, and so are a course and a month, and a day of a streak.
 */
export async function remind({ req }: { req: OperationRequest }): Promise<void> {
  await remindOfTests({ req })
  await remindOfCourses({ req })
  await remindOfStreaks({ req, now: new Date().toISOString() })
}

async function remindOfTests({ req }: { req: OperationRequest }): Promise<void> {
  const sql = await sqlOf(req)
  const tests = await sql.rows<{ test: string; course: string; title: unknown; closes: Date }>({
    name: 'notifications.closingTests',
    text: `select "test", "course", "title", ("settings" ->> 'closesAt')::timestamptz as closes from "edition_tests"
           where "current" and ("settings" ->> 'closesAt')::timestamptz between now() and now() + interval '24 hours'`,
  })
  for (const { test, course, title, closes } of tests) {
    const closesAt = closes.toISOString()
    const recipients = {
      query: `select e."learner_id" from "enrolments" e where e."course_id" = $1::uuid and e."state" = 'active' and not exists (
                select 1 from "attempts" a where a."learner_id" = e."learner_id" and a."test_id" = $2::uuid and a."state" <> 'in-progress')`,
      values: [course, test],
    }
    const data = { test, title: localizedTextSchema.catch({}).parse(title), closesAt }
    await inTransaction(req, () =>
      notify({ req, kind: testClosesKind.kind.code, fact: { fact: `${test}/${closesAt}`, recipients, data } }),
    )
  }
}

/** Idle: not touched for two weeks. After two months nobody is reminded any more. */
const idleEnrolments = `"state" = 'active' and "completed_at" is null and "updated_at" between now() - interval '60 days' and now() - interval '14 days'`

async function remindOfCourses({ req }: { req: OperationRequest }): Promise<void> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ course: string; month: string }>({
    name: 'notifications.idleCourses',
    text: `select distinct "course_id" as course, to_char(now() at time zone 'UTC', 'YYYY-MM') as month from "enrolments" where ${idleEnrolments}`,
  })
  const editions = await currentEditions({ req, courses: rows.map(({ course }) => course) })
  for (const { course, month } of rows) {
    const edition = editions.get(course)
    if (!edition) continue
    const { slug, title } = edition.structure.course
    const recipients = {
      query: `select "learner_id" from "enrolments" where "course_id" = $1::uuid and ${idleEnrolments}`,
      values: [course],
    }
    const fact = { fact: `${course}/${month}`, recipients, data: { course: slug, title } }
    await inTransaction(req, () => notify({ req, kind: courseIdleKind.kind.code, fact }))
  }
}
