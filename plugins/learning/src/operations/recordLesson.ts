import {
  currentEditions,
  type Edition,
  type EditionLesson,
  emit,
  inTransaction,
  newId,
  type OperationRequest,
  sqlOf,
} from '@lectern/kernel'
import { isCompleted } from '../domain/completion.ts'
import { percentOf } from '../domain/progress.ts'
import { learningErrors } from '../errors.ts'

/** What happened: the learner opened the lesson, marked it (not) done, or has a result in one of its tests. */
export type LessonAct = { kind: 'viewed' } | { kind: 'done'; done: boolean } | { kind: 'test'; key: string; percent: number }

/** `started_at` is there when the lesson was opened for the first time just now: `now()` is the
 * time of the transaction, which the column keeps to the millisecond. */
type ProgressRow = {
  viewed_at: Date | null
  done_at: Date | null
  completed_at: Date | null
  tests: Record<string, number>
  started_at: Date | null
}

/**
 * Records what happened with a lesson and everything that follows: the lesson's completion, and the percentage and
 * completion of every course of the learner that has the lesson. Repeating it changes nothing.
 * Throws LESSON_NOT_PUBLISHED, or NOT_ENROLLED when no enrolment of the learner covers the lesson.
 */
export async function recordLesson({
  req,
  learner,
  lesson,
  act,
}: {
  req: OperationRequest
  learner: string
  lesson: string
  act: LessonAct
}): Promise<{ completed: boolean }> {
  return inTransaction(req, async () => {
    const covering = await coveringEnrolments({ req, learner, lesson })
    const first = covering[0]
    if (!first) throw await refusal({ req, lesson })
    const progress = await applyAct({ req, learner, lesson, act })
    const facts = { viewed: progress.viewed_at !== null, done: progress.done_at !== null, tests: progress.tests }
    const { course } = first.edition
    const at = progress.started_at?.toISOString()
    if (at) await emit({ req, name: 'lesson.started@1', key: `${learner}/${lesson}`, data: { learner, course, lesson, at } })
    const newlyCompleted = progress.completed_at === null && isCompleted({ rule: first.lesson.completion, facts })
    if (newlyCompleted) await completeLesson({ req, learner, lesson, course })
    for (const { enrolment, edition } of covering) await updateCourse({ req, learner, enrolment, edition, lesson, act })
    return { completed: newlyCompleted || progress.completed_at !== null }
  })
}

type Covering = { enrolment: string; edition: Edition; lesson: EditionLesson }

async function coveringEnrolments({
  req,
  learner,
  lesson,
}: {
  req: OperationRequest
  learner: string
  lesson: string
}): Promise<Covering[]> {
  const sql = await sqlOf(req)
  const enrolments = await sql.rows<{ id: string; course_id: string }>({
    name: 'learning.activeEnrolments',
    // Rows are locked in one order, so that two tabs of one learner wait for each other instead of deadlocking.
    text: `select "id", "course_id" from "enrolments" where "learner_id" = $1 and "state" = 'active' order by "id" for update`,
    values: [learner],
  })
  const editions = await currentEditions({ req, courses: enrolments.map(({ course_id }) => course_id) })
  return enrolments.flatMap(({ id, course_id }) => {
    const edition = editions.get(course_id)
    const found = edition?.structure.modules.flatMap(({ lessons }) => lessons).find((candidate) => candidate.id === lesson)
    return edition && found ? [{ enrolment: id, edition, lesson: found }] : []
  })
}

async function refusal({ req, lesson }: { req: OperationRequest; lesson: string }): Promise<Error> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    text: `select 1 from "lessons" l join "editions" e on e."course_id" = l."course_id" and e."current" where l."id" = $1 and l."_status" = 'published'`,
    values: [lesson],
  })
  return rows.length > 0 ? learningErrors.notEnrolled() : learningErrors.lessonNotPublished()
}

async function applyAct({
  req,
  learner,
  lesson,
  act,
}: {
  req: OperationRequest
  learner: string
  lesson: string
  act: LessonAct
}): Promise<ProgressRow> {
  const viewed = act.kind === 'viewed'
  const done = act.kind === 'done' ? act.done : null
  const tests = act.kind === 'test' ? { [act.key]: act.percent } : {}
  const sql = await sqlOf(req)
  const rows = await sql.rows<ProgressRow>({
    name: 'learning.applyAct',
    text: `insert into "lesson_progress" as p ("id", "learner_id", "lesson_id", "viewed_at", "done_at", "tests")
           values ($1, $2, $3, case when $4 then now() end, case when $5 then now() end, $6::jsonb)
           on conflict ("learner_id", "lesson_id") do update set
             "viewed_at" = coalesce(p."viewed_at", excluded."viewed_at"),
             "done_at" = case when $5::boolean is null then p."done_at" when $5 then coalesce(p."done_at", now()) end,
             "tests" = p."tests" || (
               select coalesce(jsonb_object_agg(key, greatest((p."tests" ->> key)::numeric, value::numeric)), '{}')
               from jsonb_each_text(excluded."tests")
             ),
             "updated_at" = now()
           returning "viewed_at", "done_at", "completed_at", "tests", case when "viewed_at" = now()::timestamptz(3) then "viewed_at" end as started_at`,
    values: [newId(), learner, lesson, viewed, done, JSON.stringify(tests)],
  })
  const row = rows[0]
  if (!row) throw new Error('The progress of a lesson was written and not returned.')
  return row
}

async function completeLesson({
  req,
  learner,
  lesson,
  course,
}: {
  req: OperationRequest
  learner: string
  lesson: string
  course: string
}): Promise<void> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ completed_at: Date }>({
    name: 'learning.completeLesson',
    text: `update "lesson_progress" set "completed_at" = now() where "learner_id" = $1 and "lesson_id" = $2 and "completed_at" is null returning "completed_at"`,
    values: [learner, lesson],
  })
  const at = rows[0]?.completed_at.toISOString()
  if (at) await emit({ req, name: 'lesson.completed@1', key: `${learner}/${lesson}`, data: { learner, course, lesson, at } })
}

/** The percentage of an enrolment only ever rises, and a completed course stays completed, whatever is edited later. */
async function updateCourse({
  req,
  learner,
  enrolment,
  edition,
  lesson,
  act,
}: {
  req: OperationRequest
  learner: string
  enrolment: string
  edition: Edition
  lesson: string
  act: LessonAct
}): Promise<void> {
  const lessons = edition.structure.modules.flatMap((module) => module.lessons.map(({ id }) => id))
  const sql = await sqlOf(req)
  const counts = await sql.rows<{ completed: number }>({
    name: 'learning.completedLessons',
    text: `select count(*)::int as completed from "lesson_progress" where "learner_id" = $1 and "lesson_id" = any($2) and "completed_at" is not null`,
    values: [learner, lessons],
  })
  const percent = percentOf({ completed: counts[0]?.completed ?? 0, total: lessons.length })
  const rows = await sql.rows<{ completed_at: Date; finished: boolean }>({
    name: 'learning.updateEnrolment',
    text: `with before as (select "completed_at" from "enrolments" where "id" = $1)
           update "enrolments" e set
             "percent" = greatest(e."percent", $2),
             "last_lesson" = case when $3 then $4 else e."last_lesson" end,
             "completed_at" = case when $2 >= 100 then coalesce(e."completed_at", now()) else e."completed_at" end,
             "updated_at" = now()
           from before
           where e."id" = $1
           returning e."completed_at", (before."completed_at" is null and e."completed_at" is not null) as finished`,
    values: [enrolment, percent, act.kind === 'viewed', lesson],
  })
  const row = rows[0]
  if (!row?.finished) return
  const at = row.completed_at.toISOString()
  await emit({ req, name: 'course.completed@1', key: enrolment, data: { learner, course: edition.course, enrolment, at } })
}
