import type { AttemptReview, Locale } from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import { gradingErrors } from '../errors.ts'
import { checkFiles } from '../files/checkFiles.ts'
import { closeAttempt } from './closeAttempt.ts'
import { loadPaper } from './loadPaper.ts'
import { readReview, toReview } from './readReview.ts'
import { type GivenResponse, parseResponses } from './storeResponses.ts'

/**
 * Hands in an attempt and answers its review. `given` are responses that the browser had not saved yet; one that cannot
 * be marked refuses the whole call and leaves the attempt open. Submitting again answers the same review.
 *
 * Throws ATTEMPT_NOT_FOUND, ITEM_NOT_IN_ATTEMPT, RESPONSE_INVALID.
 */
export async function submitAttempt({
  req,
  attempt,
  learner,
  given,
  locale,
}: {
  req: OperationRequest
  attempt: string
  learner: string
  given: GivenResponse[]
  locale: Locale
}): Promise<AttemptReview> {
  const paper = await loadPaper({ req, attempt, learner })
  if (!paper) throw gradingErrors.attemptNotFound()
  const last = parseResponses({ paper, given })
  await checkFiles({ req, attempt, paper, responses: last })
  const closed = await closeAttempt({ req, attempt, paper, last })
  if (closed) return toReview({ req, ...closed, paper, locale })
  return readReview({ req, attempt, learner, locale })
}
