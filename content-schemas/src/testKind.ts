import { z } from 'zod'

/** What an author makes a test for: marks, or practice, which never counts and may have its key on the device. */
export const testPurposeSchema = z.enum(['graded', 'practice'])

/** The same as learners meet it: a survey is a test without anything to earn. */
export const testKindSchema = z.enum(['graded', 'practice', 'survey'])
export type TestKind = z.infer<typeof testKindSchema>

/** What the author says to those who earned at least `fromPercent` (0–100); of several bands the highest reached one speaks. */
export type FeedbackBand<Text> = { fromPercent: number; text: Text }
