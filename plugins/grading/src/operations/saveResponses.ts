import type { OperationRequest } from '@lectern/kernel'
import { gradingErrors } from '../errors.ts'
import { closeAttempt } from './closeAttempt.ts'
import { loadPaper } from './loadPaper.ts'
import { type GivenResponse, parseResponses, readRevisions, storeResponses } from './storeResponses.ts'

/** `saved` false: a revision at least as high was stored already; `revision` is the stored one. */
export type SavedResponse = { item: string; revision: number; saved: boolean }

/**
 * Saves responses as they are given. Two statements with the first response of an attempt in this process, one after
 * that; one more when a response is older than what is stored.
 *
 * Throws ATTEMPT_NOT_FOUND, ITEM_NOT_IN_ATTEMPT, RESPONSE_INVALID or ATTEMPT_CLOSED; then nothing is saved. An attempt
 * whose time is over is marked on this occasion.
 */
export async function saveResponses({
  req,
  attempt,
  learner,
  given,
}: {
  req: OperationRequest
  attempt: string
  learner: string
  given: GivenResponse[]
}): Promise<SavedResponse[]> {
  const paper = await loadPaper({ req, attempt, learner })
  if (!paper) throw gradingErrors.attemptNotFound()
  const responses = parseResponses({ paper, given })
  const outcome = await storeResponses({ req, attempt, learner, responses, during: 'in-progress' })
  if (!outcome) throw gradingErrors.attemptNotFound()
  if (outcome.state === 'in-progress' && outcome.late) await closeAttempt({ req, attempt, paper })
  if (outcome.state !== 'in-progress' || outcome.late) throw gradingErrors.attemptClosed()
  const stale = responses.map(({ item }) => item).filter((item) => outcome.saved[item] === undefined)
  const stored = stale.length > 0 ? await readRevisions({ req, attempt, items: stale }) : new Map<string, number>()
  return responses.map(({ item, revision }) => {
    const saved = outcome.saved[item] === revision
    return { item, saved, revision: saved ? revision : (stored.get(item) ?? 0) }
  })
}
