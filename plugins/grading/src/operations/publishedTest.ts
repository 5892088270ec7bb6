import {
  type FeedbackBand,
  type LocalizedText,
  localizedTextSchema,
  type TestSettings,
  testSettingsSchema,
} from '@lectern/content-schemas'
import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import type { PublishedItem } from '../domain/paper.ts'
import { gradingErrors } from '../errors.ts'
import { cachesOf } from './caches.ts'

/** A test as an edition has it. Publishing writes these rows and never changes them. */
export type PublishedTest = {
  edition: string
  test: string
  course: string
  lesson: string | null
  key: string
  title: LocalizedText
  settings: TestSettings
  /** What a learner has to say to begin; never sent anywhere. */
  accessCode: string | null
  items: PublishedItem[]
  overallFeedback: FeedbackBand<LocalizedText>[]
}

const questionSchema = z.object({ question: z.string(), version: z.string(), type: z.string(), typeVersion: z.number() })
const rowSchema = z.object({
  edition: z.string(),
  test: z.string(),
  course: z.string(),
  lesson: z.string().nullable(),
  key: z.string(),
  title: localizedTextSchema,
  settings: testSettingsSchema,
  accessCode: z.string().nullable(),
  items: z.array(
    z.union([
      z.object({ kind: z.literal('section'), title: localizedTextSchema, instructions: localizedTextSchema }),
      z.object({
        kind: z.literal('draw'),
        count: z.int().min(0),
        maxMark: z.number().min(0),
        preferUnseen: z.boolean(),
        pool: z.array(questionSchema),
      }),
      questionSchema.extend({ maxMark: z.number().min(0) }),
    ]),
  ),
  overallFeedback: z
    .array(z.object({ fromPercent: z.number(), text: localizedTextSchema }))
    .nullable()
    .transform((bands) => bands ?? []),
})

const columns = `"edition", "test", "course", "lesson", "key", "title", "settings", "settings" ->> 'accessCode' as "accessCode", "items", "overall_feedback" as "overallFeedback"`

/** For so long a process may go on offering an edition that has just been replaced. */
const currentForMs = 2_000

/** The test of the current edition. Throws TEST_NOT_FOUND when the test is not published. */
export async function currentTest({ req, test }: { req: OperationRequest; test: string }): Promise<PublishedTest> {
  const { current, tests } = cachesOf(req)
  const known = current.get(test)
  if (known && known.until > performance.now()) return known.test
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'grading.currentTest',
    text: `select ${columns} from "edition_tests" where "test" = $1 and "current"`,
    values: [test],
  })
  if (!rows[0]) throw gradingErrors.testNotFound()
  const published = rowSchema.parse(rows[0])
  current.set(test, { test: published, until: performance.now() + currentForMs })
  tests.set(`${published.edition} ${test}`, published)
  return published
}

/** The test of a given edition: what an attempt was drawn from. */
export async function testOfEdition({
  req,
  edition,
  test,
}: {
  req: OperationRequest
  edition: string
  test: string
}): Promise<PublishedTest> {
  const { tests } = cachesOf(req)
  const known = tests.get(`${edition} ${test}`)
  if (known) return known
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'grading.testOfEdition',
    text: `select ${columns} from "edition_tests" where "edition" = $1 and "test" = $2`,
    values: [edition, test],
  })
  const published = rowSchema.parse(rows[0])
  tests.set(`${edition} ${test}`, published)
  return published
}
