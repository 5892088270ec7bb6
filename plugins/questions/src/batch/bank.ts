import { type Failure, failure, type GiftQuestion, type Locale, type Result, success } from '@lectern/content-schemas'
import { type AnyQuestionType, readAuthored } from '@lectern/kernel'
import { z } from 'zod'

/** A question to mark responses to, or why none can be marked. `name` is empty when it has none. */
export type BankQuestion = { name: string } & (
  | { ok: true; type: AnyQuestionType; authored: unknown }
  | { ok: false; error: Failure }
)

const questionSchema = z.object({
  name: z.string().max(1000).default(''),
  type: z.string().max(100),
  version: z.int().optional(),
  body: z.record(z.string(), z.unknown()),
})
const bankSchema = z.union([z.array(questionSchema), z.object({ questions: z.array(questionSchema) })])

/**
 * Reads questions as JSON: a list of `{ name, type, version?, body }`, or `{ questions: […] }`. A question of an unknown type
 * (QUESTION_TYPE_UNKNOWN), one that does not fit its type, or that is not fit for use (QUESTION_UNFIT) stays in the list with
 * its error. Fails with BANK_INVALID when the list cannot be read.
 */
export function bankFromJson({ json, types }: { json: unknown; types: AnyQuestionType[] }): Result<BankQuestion[]> {
  const parsed = bankSchema.safeParse(json)
  if (!parsed.success) {
    return failure({
      code: 'BANK_INVALID',
      message: `Questions are a list of { name, type, body }: ${z.prettifyError(parsed.error)}`,
    })
  }
  const questions = Array.isArray(parsed.data) ? parsed.data : parsed.data.questions
  return success(
    questions.map(({ name, type: wanted, version, body }): BankQuestion => {
      const type = types.find(({ schema }) => schema.type === wanted)
      if (!type) return { name, ok: false, error: { code: 'QUESTION_TYPE_UNKNOWN', message: `There is no type ${wanted}.` } }
      return toBankQuestion({ name, type, version: version ?? type.schema.version, body })
    }),
  )
}

/** The questions of a GIFT file. One that no type takes has the error QUESTION_UNSUPPORTED. Its parts are `o1`, `o2`, … */
export function bankFromGift({
  questions,
  types,
  locale,
}: {
  questions: GiftQuestion[]
  types: AnyQuestionType[]
  locale: Locale
}): BankQuestion[] {
  return questions.map((question) => {
    const name = question.name ?? ''
    for (const type of types) {
      const body = type.interchange?.gift?.fromGift(question, { locale, idFor: (ordinal) => `o${ordinal + 1}` }) ?? null
      if (body !== null) return toBankQuestion({ name, type, version: type.schema.version, body })
    }
    const message = `No type takes questions of the kind ${question.answers.kind}.`
    return { name, ok: false, error: { code: 'QUESTION_UNSUPPORTED', message } }
  })
}

function toBankQuestion({
  name,
  type,
  version,
  body,
}: {
  name: string
  type: AnyQuestionType
  version: number
  body: unknown
}): BankQuestion {
  const read = readAuthored({ type, version, body })
  if (!read.ok) return { name, ok: false, error: read.error }
  const problems = type.check(read.value)
  if (problems.length === 0) return { name, ok: true, type, authored: read.value }
  const message = problems.map(({ path, message }) => `${path}: ${message}`).join(' ')
  return { name, ok: false, error: { code: 'QUESTION_UNFIT', message } }
}
