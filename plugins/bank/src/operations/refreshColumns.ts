import { inTransaction, type OperationRequest, sqlOf } from '@lectern/kernel'

/**
 * Shows in the columns of the question list (the question and its newest version, which is what the list reads) what the
 * bank has counted. Without `everything` only for questions whose attempts have changed since. Answers how many changed.
 *
 * The question's own row goes first: whoever saves the question holds a lock on it (see `keepUsageColumns`), and the newest
 * version has to be looked for after that.
 */
export async function refreshColumns({ req, everything }: { req: OperationRequest; everything: boolean }): Promise<number> {
  return inTransaction(req, async () => {
    const sql = await sqlOf(req)
    const taken = await sql.rows<{ question: string }>({
      text: `update "question_usage" set "stale" = false where "stale" returning "question"`,
    })
    const only = everything ? null : [...new Set(taken.map(({ question }) => question))]
    if (only?.length === 0) return 0
    const changed = await sql.rows<{ id: string }>({
      text: `update "questions" q set "attempts" = u.attempts, "facility" = u.facility
             from (${usageOfQuestions}) u
             where q."id" = u.question and (q."attempts", q."facility") is distinct from (u.attempts, u.facility)
             returning q."id"`,
      values: [only],
    })
    await sql.rows({
      text: `update "_questions_v" v
             set "version_attempts" = q."attempts", "version_facility" = q."facility", "version_used_in_tests" = q."used_in_tests"
             from "questions" q
             where v."parent_id" = q."id" and v."latest" and ($1::uuid[] is null or q."id" = any($1::uuid[]))
               and (v."version_attempts", v."version_facility", v."version_used_in_tests")
                   is distinct from (q."attempts", q."facility", q."used_in_tests")`,
      values: [only],
    })
    return changed.length
  })
}

/** `$1`: ids of questions, or null for all. Facility is the mean share of the mark in percent, to one place. */
export const usageOfQuestions = `
  select q."id" as question, coalesce(sum(u."attempts"), 0) as attempts,
         round(100 * sum(u."fraction_sum") / nullif(sum(u."marked"), 0), 1) as facility
  from "questions" q left join "question_usage" u on u."question" = q."id"::text
  where $1::uuid[] is null or q."id" = any($1::uuid[])
  group by q."id"`
