import type { OperationRequest } from '@lectern/kernel'
import { pageOf } from '../domain/pageOf.ts'
import { gradingErrors } from '../errors.ts'
import { checkFiles } from '../files/checkFiles.ts'
import { closeAttempt } from './closeAttempt.ts'
import { type LoadedPaper, loadPaper } from './loadPaper.ts'
import { forwardPageSize, type GivenResponse, parseResponses, readRevisions, storeResponses } from './storeResponses.ts'

/** `saved` false: a revision at least as high was stored already; `revision` is the stored one. */
export type SavedResponse = { item: string; revision: number; saved: boolean }

/**
 * Saves responses as they are given. Two statements with the first response of an attempt in this process, one after
 * that; one more when a response is older than what is stored.
 *
 * Throws ATTEMPT_NOT_FOUND, ITEM_NOT_IN_ATTEMPT, RESPONSE_INVALID or ATTEMPT_CLOSED; then nothing is saved. An attempt
 * whose time is over is marked on this occasion. Throws QUESTION_PASSED or QUESTION_NOT_REACHED for a newer response to a
 * question of another page in a test that goes forward only, ITEM_LOCKED for one that is settled; what else was in the list is
 * saved.
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
  await checkFiles({ req, attempt, paper, responses })
  const outcome = await storeResponses({ req, attempt, learner, paper, responses, during: 'in-progress' })
  if (!outcome) throw gradingErrors.attemptNotFound()
  if (outcome.state === 'in-progress' && outcome.late) await closeAttempt({ req, attempt, paper })
  if (outcome.state !== 'in-progress' || outcome.late) throw gradingErrors.attemptClosed()
  const stale = responses.map(({ item }) => item).filter((item) => outcome.saved[item] === undefined)
  const { revisions: stored, locked } = stale.length > 0 ? await readRevisions({ req, attempt }) : nothingStored
  const settled = responses.find(({ item, revision }) => locked.has(item) && revision > (stored.get(item) ?? 0))
  if (settled) throw gradingErrors.itemLocked(settled.item)
  const newer = responses.filter(({ item, revision }) => stale.includes(item) && revision > (stored.get(item) ?? 0))
  refuseOtherPages({ items: newer.map(({ item }) => item), page: outcome.page, paper })
  return responses.map(({ item, revision }) => {
    const saved = outcome.saved[item] === revision
    return { item, saved, revision: saved ? revision : (stored.get(item) ?? 0) }
  })
}

const nothingStored = { revisions: new Map<string, number>(), locked: new Set<string>() }

/** Refuses what was left out because the attempt stands on another page. */
export function refuseOtherPages({ items, page, paper }: { items: string[]; page: number | null; paper: LoadedPaper }): void {
  const pageSize = forwardPageSize(paper)
  if (pageSize === null || page === null) return
  for (const item of items) {
    if (pageOf({ item, pageSize }) < page) throw gradingErrors.questionPassed(item)
    if (pageOf({ item, pageSize }) > page) throw gradingErrors.questionNotReached(item)
  }
}
