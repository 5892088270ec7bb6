import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { gradingErrors } from '../errors.ts'
import { loadPaper } from './loadPaper.ts'

/**
 * Marks a question of an attempt as one to come back to, or not any more; it is so on all devices, and still in the review.
 * Throws ATTEMPT_NOT_FOUND or ITEM_NOT_IN_ATTEMPT.
 */
export async function flagItem({
  req,
  attempt,
  learner,
  item,
  flagged,
}: {
  req: OperationRequest
  attempt: string
  learner: string
  item: string
  flagged: boolean
}): Promise<{ item: string; flagged: boolean }> {
  const paper = await loadPaper({ req, attempt, learner })
  if (!paper) throw gradingErrors.attemptNotFound()
  if (!paper.items.some((question) => question.item === item)) throw gradingErrors.itemNotInAttempt(item)
  const sql = await sqlOf(req)
  await sql.rows({
    name: 'grading.flag',
    text: `update "attempts"
           set "flags" = (coalesce("flags", '[]') - $3::text) || case when $4 then jsonb_build_array($3::text) else '[]' end,
               "updated_at" = now()
           where "id" = $1 and "learner_id" = $2`,
    values: [attempt, learner, item, flagged],
  })
  return { item, flagged }
}
