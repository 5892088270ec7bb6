import { z } from 'zod'

/** When a learner may see what. Each moment lists what is shown; what is not listed is not sent. */
export const reviewPartSchema = z.enum(['correctness', 'marks', 'feedback', 'key'])
export type ReviewPart = z.infer<typeof reviewPartSchema>

/**
 * Settings of a test as an attempt pins them. `maxAttempts` null: unlimited. `timeLimitSeconds` null: none.
 * `counts`: which attempt counts for the test's result. `passPercent` 0–100.
 */
export const testSettingsSchema = z.object({
  shuffleQuestions: z.boolean().default(false),
  maxAttempts: z.int().min(1).max(1000).nullable().default(null),
  timeLimitSeconds: z
    .int()
    .min(10)
    .max(86_400 * 30)
    .nullable()
    .default(null),
  counts: z.enum(['best', 'last', 'first', 'mean']).default('best'),
  passPercent: z.number().min(0).max(100).default(60),
  reviewAfterSubmit: z.array(reviewPartSchema).default(['correctness', 'marks', 'feedback', 'key']),
})
export type TestSettings = z.infer<typeof testSettingsSchema>

export const attemptStateSchema = z.enum(['in-progress', 'submitted', 'graded'])
export type AttemptState = z.infer<typeof attemptStateSchema>
