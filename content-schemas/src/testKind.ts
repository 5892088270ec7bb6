import { z } from 'zod'

/** What a test is for: marks, or (a survey, told by its questions) answers without marks. */
export const testKindSchema = z.enum(['graded', 'survey'])
export type TestKind = z.infer<typeof testKindSchema>

/** What the author says to those who earned at least `fromPercent` (0–100); of several bands the highest reached one speaks. */
export type FeedbackBand<Text> = { fromPercent: number; text: Text }
