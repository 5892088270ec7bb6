import { namedDifferences, type OperationRequest, type RecountResult, sqlOf } from '@lectern/kernel'

/** Learners whose totals are not the sum of their ledger, or whose numbers have a gap. Reads only. */
export async function recountTotals({ req }: { req: OperationRequest }): Promise<RecountResult> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ checked: number; different: string[] | null }>({
    text: `with summed as (
             select "learner_id", sum("points") as total, count(*) as entries, max("seq") as last from "xp_ledger" group by "learner_id"
           ), compared as (
             select coalesce(t."learner_id", s."learner_id") as learner, t."total", t."entries", s.total as sum, s.entries as lines, s.last
             from "xp_totals" t full join summed s on s."learner_id" = t."learner_id"
           )
           select (select count(*)::int from compared) as checked,
                  (select array_agg(format('%s: total %s in %s entries, the ledger says %s in %s, the last being number %s',
                                           learner, "total", "entries", coalesce(sum, 0), coalesce(lines, 0), coalesce(last, 0)))
                   from (select * from compared
                         where ("total", "entries", "entries") is distinct from (coalesce(sum, 0), coalesce(lines, 0), coalesce(last, 0))
                         limit $1) d) as different`,
    values: [namedDifferences],
  })
  return { checked: rows[0]?.checked ?? 0, differences: rows[0]?.different ?? [] }
}
