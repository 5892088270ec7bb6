import { namedDifferences, type OperationRequest, type RecountResult, sqlOf } from '@lectern/kernel'
import { scoresOfLedger } from './refillScores.ts'

/** Scores on leaderboards that are not what the ledger says, or of somebody who is on no board. Reads only. */
export async function recountScores({ req }: { req: OperationRequest }): Promise<RecountResult> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ checked: number; different: string[] | null }>({
    text: `with wanted as (${scoresOfLedger}), compared as (
             select coalesce(s."learner_id", w."learner_id") as learner, coalesce(s."board", w.board) as board, s."points", w.points as wanted
             from "xp_scores" s full join wanted w on w."learner_id" = s."learner_id" and w.board = s."board"
           )
           select (select count(*)::int from compared) as checked,
                  (select array_agg(format('%s on %s: %s points, the ledger says %s', learner, board, "points", wanted))
                   from (select * from compared where "points" is distinct from wanted limit $1) d) as different`,
    values: [namedDifferences],
  })
  return { checked: rows[0]?.checked ?? 0, differences: rows[0]?.different ?? [] }
}
