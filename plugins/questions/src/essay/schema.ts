import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, onlyVersionOne, rowIdSchema, stemShape } from '../shared/authored.ts'

/** One level of a criterion: what an answer on it is like, and its points, 0…1000. */
export type RubricLevel = { id: string; text: LocalizedText; points: number }
export type RubricCriterion = { id: string; text: LocalizedText; levels: RubricLevel[] }
/** `show`: learners see it while they write, with the right answer in a review, or never. */
export type Rubric = { show: 'writing' | 'review' | 'never'; criteria: RubricCriterion[] }

/**
 * `minWords` and `maxWords` are what learners are told; a text beside them is taken all the same. A text of more than
 * `hardLimit` words is refused. Null: no limit. `modelAnswer` is shown with the right answer; `markerNotes` to those who
 * mark, never to learners.
 */
export type Essay = {
  stem: LocalizedText
  generalFeedback: LocalizedText
  minWords: number | null
  maxWords: number | null
  hardLimit: number | null
  rubric: Rubric
  modelAnswer: LocalizedText
  markerNotes: LocalizedText
}
export type RubricView = { id: string; html: string; levels: { id: string; html: string; points: number }[] }[]
export type EssayView = {
  stem: string
  minWords: number | null
  maxWords: number | null
  hardLimit: number | null
  maxLength: number
  rubric: RubricView | null
}
/** Plain text or Markdown, as it was written. */
export type EssayResponse = { text: string }

/** Characters that a response may have: some thirty pages. */
export const maxEssayLength = 50_000
export const mostWords = 10_000
export const maxCriteria = 30
export const maxLevels = 20

const wordsSchema: z.ZodType<number | null> = emptyAsDefault(z.int().min(1).max(mostWords).nullable(), null)

const rubricSchema: z.ZodType<Rubric> = z.preprocess(
  (value) => value ?? {},
  z.object({
    show: emptyAsDefault(z.enum(['writing', 'review', 'never']), 'writing'),
    criteria: emptyAsDefault(
      z
        .array(
          z.object({
            id: rowIdSchema,
            text: authoredText(5000),
            levels: emptyAsDefault(
              z
                .array(
                  z.object({
                    id: rowIdSchema,
                    text: authoredText(5000),
                    points: emptyAsDefault(z.number().min(0).max(1000), 0),
                  }),
                )
                .max(maxLevels),
              [],
            ),
          }),
        )
        .max(maxCriteria),
      [],
    ),
  }),
)

export const essaySchema: QuestionSchema<Essay, EssayView, EssayResponse> = defineQuestionSchema({
  type: 'essay',
  version: 1,
  authored: z.object({
    ...stemShape,
    minWords: wordsSchema,
    maxWords: wordsSchema,
    hardLimit: wordsSchema,
    rubric: rubricSchema,
    modelAnswer: authoredText(100_000),
    markerNotes: authoredText(100_000),
  }),
  view: z.object({
    stem: z.string(),
    minWords: z.int().nullable(),
    maxWords: z.int().nullable(),
    hardLimit: z.int().nullable(),
    maxLength: z.int(),
    rubric: z
      .array(
        z.object({
          id: z.string(),
          html: z.string(),
          levels: z.array(z.object({ id: z.string(), html: z.string(), points: z.number() })),
        }),
      )
      .nullable(),
  }),
  response: z.object({ text: z.string().max(maxEssayLength) }),
  upgrade: onlyVersionOne,
})
