import { namedDifferences, type OperationRequest, type RecountResult, sqlOf } from '@lectern/kernel'

/**
 * Compares attempts with their events: one that was begun has one beginning, one that is marked has one end and one grading, and
 * the grading says the percentage that is stored. An attempt older than the log, or regraded since, is left out.
 */
export async function recountMarks({ req }: { req: OperationRequest }): Promise<RecountResult> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ checked: number; difference: string | null }>({
    text: `with told as (
             select "data" ->> 'attempt' as attempt,
                    count(*) filter (where "name" = 'attempt.started@1') as started,
                    count(*) filter (where "name" in ('attempt.submitted@1', 'attempt.expired@1')) as ended,
                    count(*) filter (where "name" = 'attempt.graded@1') as graded,
                    count(*) filter (where "name" = 'attempt.regraded@1') as regraded,
                    max(("data" ->> 'percent')::numeric) filter (where "name" = 'attempt.graded@1') as percent
             from "events" where "name" like 'attempt.%' group by 1
           ), compared as (
             select format('The attempt %s is %s with %s %% and has %s beginnings, %s ends and %s gradings, the last with %s %%.',
                           a."id", a."state", a."percent", t.started, t.ended, t.graded, t.percent) as difference,
                    t.started <> 1
                    or t.ended <> (a."state" <> 'in-progress')::int
                    or t.graded <> (a."state" = 'graded')::int
                    or (t.graded = 1 and t.percent is distinct from a."percent") as differs
             from "attempts" a join told t on t.attempt = a."id"::text
             where t.regraded = 0 and t.started > 0
           )
           select (select count(*)::int from compared) as checked, d.difference
           from (select 1) one left join (select difference from compared where differs limit $1) d on true`,
    values: [namedDifferences],
  })
  return { checked: rows[0]?.checked ?? 0, differences: rows.flatMap(({ difference }) => difference ?? []) }
}
