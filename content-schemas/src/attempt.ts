import { z } from 'zod'
import { behaviourNames, certainties } from './behaviourNames.ts'
import { testPurposeSchema } from './testKind.ts'

/** When a learner may see what. Each moment lists what is shown; what is not listed is not sent. */
export const reviewPartSchema = z.enum(['correctness', 'marks', 'feedback', 'key'])
export type ReviewPart = z.infer<typeof reviewPartSchema>

/** How sure a learner is of a response: 1 not very, 2 fairly (above 67 %), 3 very (above 80 %). */
export const certaintySchema = z.literal(certainties)

const allParts: ReviewPart[] = ['correctness', 'marks', 'feedback', 'key']
const reviewSchema = z.array(reviewPartSchema)
const momentSchema = z.iso.datetime().nullable().default(null)

/**
 * The fields of `testSettingsSchema`, for those who need a part of them or their options. All have defaults.
 *
 * `kind`: a `practice` test is marked on the device, has no attempts and never counts; the other rules do not concern it.
 * `opensAt` and `closesAt`: attempts begin between them only, and one that runs at `closesAt` ends then. `maxAttempts` null:
 * unlimited. `delaySeconds`: from the end of an attempt to the beginning of the next. `timeLimitSeconds` null: none.
 * `overdue`: with `grace`, responses are taken for another `graceSeconds` after the time is over. `questionsPerPage` null: all
 * on one page. `navigation` `sequential`: one page after the other (one question a page where `questionsPerPage` is null), and
 * no way back. `negativeMarking` false: no question costs marks. `counts`: which attempt counts for the test's result.
 * `behaviour`: `deferred` marks at the end; `immediate` lets a learner check each question once, which settles it;
 * `interactive` gives `tries` at each question (null: one more than it has hints), and every further one takes
 * `penaltyPercent` off what it earns; `adaptive` lets a learner check without end, keeps the best, and takes
 * `penaltyPercent` off for each try before (`adaptive-no-penalty`: nothing); `certainty` asks how sure the learner is, and marks
 * by that at the end, `certainty-immediate` with a check.
 * `passPercent` 0–100. The four `review…` say what is shown while the attempt runs, in the first minutes after it, later,
 * and once `closesAt` is over; `hideAnswersAt` names those of the last three moments at which not even questions and answers
 * are shown.
 */
export const testSettingsFields = z.object({
  kind: testPurposeSchema.default('graded'),
  opensAt: momentSchema,
  closesAt: momentSchema,
  maxAttempts: z.int().min(1).max(1000).nullable().default(null),
  delaySeconds: z
    .int()
    .min(0)
    .max(86_400 * 366)
    .default(0),
  timeLimitSeconds: z
    .int()
    .min(10)
    .max(86_400 * 30)
    .nullable()
    .default(null),
  overdue: z.enum(['autoSubmit', 'grace']).default('autoSubmit'),
  graceSeconds: z.int().min(0).max(86_400).default(0),
  shuffleQuestions: z.boolean().default(false),
  questionsPerPage: z.int().min(1).max(500).nullable().default(null),
  navigation: z.enum(['free', 'sequential']).default('free'),
  behaviour: z.enum(behaviourNames).default('deferred'),
  tries: z.int().min(1).max(10).nullable().default(null),
  penaltyPercent: z.number().min(0).max(100).default(33.33333),
  negativeMarking: z.boolean().default(true),
  counts: z.enum(['best', 'last', 'first', 'mean']).default('best'),
  passPercent: z.number().min(0).max(100).default(60),
  reviewDuring: reviewSchema.default(['correctness', 'feedback']),
  reviewAfterSubmit: reviewSchema.default(allParts),
  reviewLater: reviewSchema.default(allParts),
  reviewAfterClose: reviewSchema.default(allParts),
  hideAnswersAt: z.array(z.enum(['afterSubmit', 'later', 'afterClose'])).default([]),
})

/** The rules of a test, as an attempt pins them; `testSettingsFields` says what each means. */
export const testSettingsSchema = z.preprocess(upgradeSettings, testSettingsFields)
export type TestSettings = z.infer<typeof testSettingsSchema>

/** Settings that name only what is shown after submission mean it for good: nothing further is shown later by default. */
function upgradeSettings(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('reviewAfterSubmit' in stored)) return stored
  const { reviewAfterSubmit } = stored
  return { reviewLater: reviewAfterSubmit, reviewAfterClose: reviewAfterSubmit, ...stored }
}

export const attemptStateSchema = z.enum(['in-progress', 'submitted', 'graded'])
export type AttemptState = z.infer<typeof attemptStateSchema>
