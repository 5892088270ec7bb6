import { namedDifferences, type OperationRequest, type RecountResult, sqlOf } from '@lectern/kernel'

/**
 * Compares progress with the events that it follows from: the best percentage of each test with the delivered
 * `attempt.graded@1`, and each completion of a lesson or course with its one event.
 */
export async function recountProgress({ req }: { req: OperationRequest }): Promise<RecountResult> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ checked: number; difference: string | null }>({
    text: `with best as (
             select e."data" ->> 'learner' as learner, e."data" ->> 'lesson' as lesson, e."data" ->> 'testKey' as test,
                    max((e."data" ->> 'percent')::numeric) as percent
             from "events" e
             join "event_receipts" r on r."event" = e."id"::text and r."handler" = 'learning.record-test-result'
             where e."name" = 'attempt.graded@1' and e."data" ->> 'lesson' is not null
             group by 1, 2, 3
           ), stored as (
             select p."learner_id"::text as learner, p."lesson_id"::text as lesson, t.key as test, t.value::numeric as percent
             from "lesson_progress" p, jsonb_each_text(p."tests") t
           ), tests as (
             select format('The best result of %s at %s of the lesson %s is %s and is stored as %s.', coalesce(b.learner, s.learner),
                           coalesce(b.test, s.test), coalesce(b.lesson, s.lesson), coalesce(b.percent::text, 'none'), coalesce(s.percent::text, 'none')) as difference,
                    b.percent is distinct from s.percent as differs
             from best b full join stored s using (learner, lesson, test)
             -- Results of someone who was not enrolled any more count for nothing, and what came before the log is nobody's.
             where s.percent is null and exists (
                 select 1 from "enrolments" e join "lessons" l on l."id"::text = b.lesson and l."course_id" = e."course_id"
                 where e."learner_id"::text = b.learner and e."state" = 'active')
               or s.percent is not null and b.percent is not null
           ), completions as (
             select format('The lesson %s of %s is completed and has %s events of it.', p."lesson_id", p."learner_id", count(e."id")) as difference,
                    count(e."id") <> 1 as differs
             from "lesson_progress" p
             left join "events" e on e."name" = 'lesson.completed@1' and e."key" = p."learner_id" || '/' || p."lesson_id"
             where p."completed_at" is not null group by p."lesson_id", p."learner_id"
             union all
             select format('The enrolment %s is completed and has %s events of it.', n."id", count(e."id")), count(e."id") <> 1
             from "enrolments" n left join "events" e on e."name" = 'course.completed@1' and e."key" = n."id"::text
             where n."completed_at" is not null group by n."id"
           ), everything as (select * from tests union all select * from completions)
           select (select count(*)::int from everything) as checked, d.difference
           from (select 1) one left join (select difference from everything where differs limit $1) d on true`,
    values: [namedDifferences],
  })
  return { checked: rows[0]?.checked ?? 0, differences: rows.flatMap(({ difference }) => difference ?? []) }
}
