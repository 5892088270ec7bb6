import { z } from 'zod'
import { type TestSettings, testSettingsFields } from './attempt.ts'
import { type Locale, localizedTextSchema } from './locale.ts'

const categoryTitle = z.union([z.string().trim().min(1).max(200), localizedTextSchema])

/**
 * A question of a file: `body` is the authored form of its type, in which a text may be a string (in the file's language),
 * rows need no ids, and `{ file: path }` stands for a picture. Without `version` it is the type's present one. `category` is the
 * way through the bank's categories from the root: titles, or a text with slashes between them.
 */
export const bankQuestionSchema = z.strictObject({
  name: z.string().trim().min(1).max(400).optional(),
  type: z.string().min(1).max(100),
  version: z.int().min(1).max(1000).optional(),
  tags: z.array(z.string().trim().min(1).max(80)).max(100).default([]),
  difficulty: z.int().min(1).max(5).optional(),
  category: z.union([z.string().trim().min(1).max(2000), z.array(categoryTitle).min(1).max(20)]).optional(),
  retired: z.boolean().optional(),
  body: z.record(z.string(), z.unknown()),
})
export type BankFileQuestion = z.infer<typeof bankQuestionSchema>

/** A file of questions that are in no test by themselves: `{ questions: […] }`. */
export const bankFileSchema = z.strictObject({ questions: z.array(bankQuestionSchema).max(10_000) })

const mark = z.number().min(0).max(1000).default(1)
const difficulty = z.int().min(1).max(5)

const drawSchema = z.strictObject({
  count: z.int().min(1).max(500),
  tags: z.array(z.string().trim().min(1).max(80)).min(1).max(100),
  difficultyFrom: difficulty.optional(),
  difficultyTo: difficulty.optional(),
  types: z.array(z.string().min(1).max(100)).max(100).default([]),
  preferUnseen: z.boolean().default(true),
})

/** Settings as a file writes them: what is left out is not there, and means the default. */
export const writtenSettingsSchema = z.record(z.string(), z.unknown()).transform((given, context): Partial<TestSettings> => {
  const parsed = z.strictObject(testSettingsFields.shape).partial().safeParse(given)
  if (parsed.success) return Object.fromEntries(Object.entries(parsed.data).filter(([key]) => Object.hasOwn(given, key)))
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
  return z.NEVER
})

/**
 * A test as a file. An item has one of `question` (the name of a question of the course's bank), `write` (a question that is
 * written here), `draw` and `section`; `language` is that of texts without one.
 */
export function testFileSchema({ language }: { language: Locale }) {
  const text = z.preprocess((value) => (typeof value === 'string' ? { [language]: value } : value), localizedTextSchema)
  const item = z
    .strictObject({
      question: z.string().trim().min(1).max(400).optional(),
      write: bankQuestionSchema.optional(),
      draw: drawSchema.optional(),
      section: z.strictObject({ title: text, instructions: text.optional() }).optional(),
      mark,
    })
    .refine(({ question, write, draw, section }) => [question, write, draw, section].filter(Boolean).length === 1, {
      error: 'an item has one of question, write, draw and section',
    })
  return z.strictObject({
    title: text.optional(),
    placement: z.enum(['before', 'after']).optional(),
    accessCode: z.string().trim().min(1).max(200).optional(),
    settings: writtenSettingsSchema.optional(),
    overallFeedback: z
      .array(z.strictObject({ fromPercent: z.number().min(0).max(100), text }))
      .max(20)
      .default([]),
    items: z.array(item).min(1).max(1000),
  })
}
export type TestFile = z.infer<ReturnType<typeof testFileSchema>>
export type TestFileItem = TestFile['items'][number]
