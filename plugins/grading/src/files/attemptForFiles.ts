import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { gradingErrors } from '../errors.ts'
import { isLate } from '../operations/attemptRow.ts'
import { closeAttempt } from '../operations/closeAttempt.ts'
import { type LoadedItem, type LoadedPaper, loadPaper } from '../operations/loadPaper.ts'

/** The paper of the learner's attempt and the question in it. Throws ATTEMPT_NOT_FOUND, ITEM_NOT_IN_ATTEMPT. */
export async function loadItem({
  req,
  attempt,
  item,
  learner,
}: {
  req: OperationRequest
  attempt: string
  item: string
  learner: string
}): Promise<{ paper: LoadedPaper; question: LoadedItem }> {
  const paper = await loadPaper({ req, attempt, learner })
  if (!paper) throw gradingErrors.attemptNotFound()
  const question = paper.items.find((candidate) => candidate.item === item)
  if (!question) throw gradingErrors.itemNotInAttempt(item)
  return { paper, question }
}

const stateSchema = z.object({ state: z.string(), late: z.boolean(), locked: z.boolean() })

/**
 * Whether files of the question may change now: `open`, `settled` (the question takes nothing more), `late` or `closed`. In a
 * transaction the attempt keeps its state until that ends, so that nothing slips in behind the marking.
 */
export async function holdAttempt({
  req,
  attempt,
  item,
}: {
  req: OperationRequest
  attempt: string
  item: string
}): Promise<'open' | 'settled' | 'late' | 'closed'> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'grading.holdAttempt',
    text: `select "state", ${isLate} as late,
                  exists (select 1 from "responses" r where r."attempt_id" = a."id" and r."item" = $2 and r."locked_at" is not null) as locked
           from "attempts" a where "id" = $1 for share`,
    values: [attempt, item],
  })
  const { state, late, locked } = stateSchema.parse(rows[0])
  if (state !== 'in-progress') return 'closed'
  if (late) return 'late'
  return locked ? 'settled' : 'open'
}

/** Throws what speaks against a change of files; an attempt whose time is over is marked on this occasion. */
export async function refuseUnlessOpen({
  req,
  attempt,
  item,
  paper,
  found,
}: {
  req: OperationRequest
  attempt: string
  item: string
  paper: LoadedPaper
  found: Awaited<ReturnType<typeof holdAttempt>>
}): Promise<void> {
  if (found === 'open') return
  if (found === 'settled') throw gradingErrors.itemLocked(item)
  if (found === 'late') await closeAttempt({ req, attempt, paper })
  throw gradingErrors.attemptClosed()
}
