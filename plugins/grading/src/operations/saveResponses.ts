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
 * whose time is over is marked on this occasion. Throws QUESTION_PASSED for a newer response to a question of an earlier
 * page in a test that goes forward only; ITEM_LOCKED for one that is
 * settled; what else was in the list is saved.
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
  const passed = responses.find(({ item, revision }) => stale.includes(item) && isPassed({ item, revision, paper, stored }))
  if (passed) throw gradingErrors.questionPassed(passed.item)
  return responses.map(({ item, revision }) => {
    const saved = outcome.saved[item] === revision
    return { item, saved, revision: saved ? revision : (stored.get(item) ?? 0) }
  })
}

const nothingStored = { revisions: new Map<string, number>(), locked: new Set<string>() }

/** Whether a response was left out because its page has been passed, and not because it is older than the stored one. */
function isPassed({
  item,
  revision,
  paper,
  stored,
}: {
  item: string
  revision: number
  paper: LoadedPaper
  stored: ReadonlyMap<string, number>
}): boolean {
  const pageSize = forwardPageSize(paper)
  if (pageSize === null || revision <= (stored.get(item) ?? 0)) return false
  return [...stored.keys()].some((other) => pageOf({ item: other, pageSize }) > pageOf({ item, pageSize }))
}
