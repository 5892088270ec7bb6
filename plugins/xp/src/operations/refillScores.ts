import { type OperationRequest, sqlOf } from '@lectern/kernel'

/** What the ledger says that the scores of members are: on the whole site, and in each course. */
export const scoresOfLedger = `
  select m."learner_id", 'site' as board, coalesce(sum(l."points"), 0) as points
  from "xp_board_members" m left join "xp_ledger" l on l."learner_id" = m."learner_id" group by 1
  union all
  select m."learner_id", 'course/' || l."course", sum(l."points")
  from "xp_board_members" m join "xp_ledger" l on l."learner_id" = m."learner_id" where l."course" is not null group by 1, 2`

/**
 * Computes the scores of one learner anew from the ledger. The caller holds the lock on the learner's totals. Answers how many
 * were not right.
 */
export async function refillScores({ req, learner }: { req: OperationRequest; learner: string }): Promise<number> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'xp.refillScores',
    text: `with wanted as (
             select * from (${scoresOfLedger}) w where w."learner_id" = $1
           ), gone as (
             delete from "xp_scores" s where s."learner_id" = $1 and not exists (select 1 from wanted w where w.board = s."board")
             returning s."id"
           ), put as (
             insert into "xp_scores" as s ("id", "learner_id", "board", "points")
             select gen_random_uuid(), w."learner_id", w.board, w.points from wanted w
             on conflict ("learner_id", "board") do update set "points" = excluded."points" where s."points" <> excluded."points"
             returning s."id"
           )
           select "id" from gone union all select "id" from put`,
    values: [learner],
  })
  return rows.length
}
