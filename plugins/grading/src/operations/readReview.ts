import { type AttemptReview, type HandedFile, type Locale, pickText, type TestSettings } from '@lectern/content-schemas'
import { type OperationRequest, renderMarkdown } from '@lectern/kernel'
import { z } from 'zod'
import { bandOf } from '../domain/bandOf.ts'
import { behaviours } from '../domain/behaviours.ts'
import { summariseCertainty } from '../domain/certainty.ts'
import { type MarkedForReview, reviewOf } from '../domain/reviewOf.ts'
import { areAnswersShown, reviewPolicyAt } from '../domain/reviewPolicyAt.ts'
import { gradingErrors } from '../errors.ts'
import { listFiles } from '../files/listFiles.ts'
import type { AttemptRow, StoredResponse } from './attemptRow.ts'
import type { LoadedItem, LoadedPaper } from './loadPaper.ts'
import { type PublishedTest, testOfEdition } from './publishedTest.ts'
import { headOf, readTouched } from './readAttempt.ts'
import { toItem } from './toItem.ts'

const resultSchema = z.object({
  state: z.enum(['right', 'partly', 'wrong', 'blank', 'ungraded']),
  /** What the response earns by itself. */
  own: z.number().nullable().default(null),
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
  const moment = { settings: row.settings, submittedAt: row.submitted_at, now: row.now }
  const policy = reviewPolicyAt(moment)
  const answersShown = areAnswersShown(moment)
  const test = await testOfEdition({ req, edition: row.edition, test: row.test_id })
  const files = await listFiles({ req, attempt: row.id, paper })
  // What a person still has to mark may change them all, the verdict first.
  const areFinal = row.state === 'graded' && policy.includes('marks')
  const totals = areFinal ? { mark: row.mark ?? 0, percent: row.percent ?? 0, passed: row.passed ?? false } : {}
  return {
    ...headOf({ row, test, locale }),
    submittedAt: row.submitted_at,
    maxMark: row.max_mark ?? 0,
    ...totals,
    ...(policy.includes('feedback') && row.state === 'graded' ? overallOf({ test, percent: row.percent ?? 0, locale }) : {}),
    ...(policy.includes('marks') ? certaintyOf({ paper, settings: row.settings, responses }) : {}),
    answersShown,
    items: (answersShown ? paper.items : []).map((question) =>
      reviewOf({
        policy,
        marked: toMarked({
          question,
          test,
          settings: row.settings,
          stored: responses.get(question.item),
          files: files.get(question.item),
          flagged: row.flags.includes(question.item),
          locale,
        }),
      }),
    ),
  }
}

function overallOf({
  test,
  percent,
  locale,
}: {
  test: PublishedTest
  percent: number
  locale: Locale
}): Pick<AttemptReview, 'overallFeedback'> {
  const text = pickText({ text: bandOf({ bands: test.overallFeedback, percent })?.text, locale })
  return text.trim() === '' ? {} : { overallFeedback: renderMarkdown(text) }
}

/** How well the learner judged their answers, where the test asks for that. */
function certaintyOf({
  paper,
  settings,
  responses,
}: {
  paper: LoadedPaper
  settings: TestSettings
  responses: ReadonlyMap<string, StoredResponse>
}): Pick<AttemptReview, 'certainty'> {
  if (!behaviours[settings.behaviour].asksCertainty) return {}
  const summary = summariseCertainty(
    paper.items.flatMap(({ item, maxMark, loaded }) => {
      const stored = responses.get(item)
      const { state, own } = resultSchema.parse(stored?.result)
      if (loaded.type.marked === false || state === 'ungraded') return []
      return [{ weight: maxMark, fraction: own, certainty: stored?.certainty ?? null }]
    }),
  )
  return summary ? { certainty: summary } : {}
}

function toMarked({
  question,
  test,
  settings,
  stored,
  files,
  flagged,
  locale,
}: {
  question: LoadedItem
  test: PublishedTest
  settings: TestSettings
  stored: StoredResponse | undefined
  files: HandedFile[] | undefined
  flagged: boolean
  locale: Locale
}): MarkedForReview {
  const { type, authored } = question.loaded
  const shown = toItem({ question, test, settings, stored, files, flagged, locale })
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
