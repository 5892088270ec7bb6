import { namedDifferences, type OperationRequest, type RecountResult, sqlOf } from '@lectern/kernel'

/**
 * Events whose notification follows from the event alone, and which handler tells it. An event without a receipt has still to be
 * delivered, or was before there were notifications; the queue's own recount looks after those.
 */
const told = [
  {
    event: 'course.completed@1',
    kind: 'learning.course-completed',
    fact: `e."data" ->> 'enrolment'`,
    certain: `exists (select 1 from "editions" d where d."course_id" = (e."data" ->> 'course')::uuid and d."current")`,
  },
  {
    event: 'level.reached@1',
    kind: 'xp.level-reached',
    fact: `(e."data" ->> 'learner') || '/' || (e."data" ->> 'level')`,
    certain: 'true',
  },
] as const

/** Every handled event has told its learner exactly once, and nothing is told that no event says. Reads only. */
export async function recountInbox({ req }: { req: OperationRequest }): Promise<RecountResult> {
  const sql = await sqlOf(req)
  const results = await Promise.all(
    told.map(({ event, kind, fact, certain }) =>
      sql.rows<{ fact: string; events: number; notifications: number }>({
        text: `with facts as (
                 select ${fact} as fact, (e."data" ->> 'learner')::uuid as learner from "events" e
                 join "event_receipts" r on r."event" = e."id"::text and r."handler" = $3
                 where e."name" = $1 and ${certain}
               )
               select coalesce(f.fact, n."fact") as fact, count(distinct f.fact)::int as events, count(n."id")::int as notifications
               from facts f
               full join (select * from "notifications" where "kind" = $2) n on n."fact" = f.fact and n."learner_id" = f.learner
               group by 1`,
        values: [event, kind, `notifications.${kind}.on-${event.replace('@', '.')}`],
      }),
    ),
  )
  const rows = results.flat()
  const wrong = rows.filter(({ events, notifications }) => events !== 1 || notifications !== 1)
  return {
    checked: rows.length,
    differences: wrong
      .slice(0, namedDifferences)
      .map(({ fact, events, notifications }) => `${fact}: ${events} handled events, ${notifications} notifications`),
  }
}
