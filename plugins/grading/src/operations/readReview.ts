import type { AttemptReview, HandedFile, Locale } from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import { z } from 'zod'
import { type MarkedForReview, reviewOf } from '../domain/reviewOf.ts'
import { reviewPolicyAt } from '../domain/reviewPolicyAt.ts'
import { gradingErrors } from '../errors.ts'
import { listFiles } from '../files/listFiles.ts'
import type { AttemptRow, StoredResponse } from './attemptRow.ts'
import type { LoadedItem, LoadedPaper } from './loadPaper.ts'
import { type PublishedTest, testOfEdition } from './publishedTest.ts'
import { headOf, readTouched } from './readAttempt.ts'
import { toItem } from './toItem.ts'

const resultSchema = z.object({
  state: z.enum(['right', 'partly', 'wrong', 'blank', 'ungraded']),
  parts: z.array(z.object({ part: z.string(), fraction: z.number(), state: z.enum(['right', 'partly', 'wrong', 'missed']) })),
})

/**
 * What the test's policy lets the learner see of a submitted attempt. Marks are those that were stored; feedback and
 * right answers come from the pinned question in the asker's language. Throws ATTEMPT_NOT_FOUND, ATTEMPT_NOT_SUBMITTED.
 */
export async function readReview({
  req,
  attempt,
  learner,
  locale,
}: {
  req: OperationRequest
  attempt: string
  learner: string
  locale: Locale
}): Promise<AttemptReview> {
  return toReview({ req, ...(await readTouched({ req, attempt, learner })), locale })
}

/** The review of an attempt that was just read or closed. Throws ATTEMPT_NOT_SUBMITTED. */
export async function toReview({
  req,
  row,
  responses,
  paper,
  locale,
}: {
  req: OperationRequest
  row: AttemptRow
  responses: ReadonlyMap<string, StoredResponse>
  paper: LoadedPaper
  locale: Locale
}): Promise<AttemptReview> {
  if (row.state === 'in-progress' || row.submitted_at === null) throw gradingErrors.attemptNotSubmitted()
  const policy = reviewPolicyAt({ settings: row.settings, submittedAt: row.submitted_at, now: row.now })
  const test = await testOfEdition({ req, edition: row.edition, test: row.test_id })
  const files = await listFiles({ req, attempt: row.id, paper })
  const totals = policy.includes('marks') ? { mark: row.mark ?? 0, percent: row.percent ?? 0, passed: row.passed ?? false } : {}
  return {
    ...headOf({ row, test, locale }),
    submittedAt: row.submitted_at,
    maxMark: row.max_mark ?? 0,
    ...totals,
    items: paper.items.map((question) =>
      reviewOf({
        policy,
        marked: toMarked({
          question,
          test,
          stored: responses.get(question.item),
          files: files.get(question.item),
          locale,
        }),
      }),
    ),
  }
}

function toMarked({
  question,
  test,
  stored,
  files,
  locale,
}: {
  question: LoadedItem
  test: PublishedTest
  stored: StoredResponse | undefined
  files: HandedFile[] | undefined
  locale: Locale
}): MarkedForReview {
  const { type, authored } = question.loaded
  const shown = toItem({ question, test, stored, files, locale })
  const { state, parts } = resultSchema.parse(stored?.result)
  const feedback =
    shown.response === null ? [] : type.grade({ authored, response: shown.response, locale, seed: question.seed }).feedback
  return {
    shown,
    fraction: stored?.fraction ?? 0,
    mark: stored?.mark ?? 0,
    state,
    parts,
    feedback,
    key: type.key({ authored, locale, seed: question.seed }),
  }
}
