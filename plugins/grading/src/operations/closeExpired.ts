import type { OperationRequest } from '@lectern/kernel'
import { sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { isLate } from './attemptRow.ts'
import { closeAttempt } from './closeAttempt.ts'
import { loadPaperOfAnyone } from './loadPaper.ts'

export const closeExpiredJob = 'grading.close-expired'

/** Closes an attempt whose time is over, for learners whose browser is gone. Anything else is left as it is. */
export async function closeExpired({ req, payload }: { req: OperationRequest; payload: unknown }): Promise<void> {
  const { attempt } = z.object({ attempt: z.uuid() }).parse(payload)
  const sql = await sqlOf(req)
  const due = await sql.rows({
    name: 'grading.isDue',
    text: `select 1 from "attempts" where "id" = $1 and "state" = 'in-progress' and ${isLate}`,
    values: [attempt],
  })
  const paper = due.length > 0 ? await loadPaperOfAnyone({ req, attempt }) : null
  if (paper) await closeAttempt({ req, attempt, paper })
}
