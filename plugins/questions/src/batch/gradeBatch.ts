import {
  type Failure,
  type Feedback,
  failure,
  type GradedPart,
  type GradeResult,
  type Locale,
  type Result,
  success,
} from '@lectern/content-schemas'
import { z } from 'zod'
import type { BankQuestion } from './bank.ts'

/** `question` is a name or a place in the list, 1 for the first. `fraction` is what the response has to earn, if given. */
export type PlainResponse = { question: string | number; response: unknown; fraction?: number | undefined }

/**
 * What one response earns. `fraction` is null when it could not be marked; `error` says why, or that it earns something else
 * than it has to. `needsMarking`: a person has to mark it.
 */
export type BatchResult = {
  question: string | number
  fraction: number | null
  parts: GradedPart[]
  feedback: Feedback[]
  needsMarking?: true
  error?: Pick<Failure, 'code' | 'message'>
}

/** Fractions are written with seven places at least. */
const sameFraction = 1e-6

const responsesSchema = z.array(
  z.object({
    question: z.union([z.string(), z.int()]),
    response: z.unknown(),
    fraction: z.number().min(-1).max(1).optional(),
  }),
)

/** Fails with RESPONSES_INVALID. */
export function readResponses(json: unknown): Result<PlainResponse[]> {
  const parsed = responsesSchema.safeParse(json)
  if (parsed.success) return success(parsed.data)
  const message = `Responses are a list of { question, response }: ${z.prettifyError(parsed.error)}`
  return failure({ code: 'RESPONSES_INVALID', message })
}

/**
 * Marks responses to the questions of a bank, in their order. Pure: the same input and seed give the same. Errors of single
 * responses: QUESTION_UNKNOWN, QUESTION_AMBIGUOUS, those of the question, RESPONSE_FORM, TEXT_UNKNOWN, TEXT_AMBIGUOUS, those
 * of the type's `parse`, PLAIN_RESPONSES_UNSUPPORTED, and FRACTION_DIFFERS.
 */
export function gradeBatch({
  questions,
  responses,
  locale,
  seed,
}: {
  questions: BankQuestion[]
  responses: PlainResponse[]
  locale: Locale
  seed: number
}): BatchResult[] {
  return responses.map(({ question, response, fraction: wanted }) => {
    const found = findQuestion({ questions, question })
    const graded = found.ok ? gradeOne({ question: found.value, plain: response, locale, seed }) : found
    if (!graded.ok) {
      const { code, message } = graded.error
      return { question, fraction: null, parts: [], feedback: [], error: { code, message } }
    }
    const { fraction, parts, feedback, needsMarking } = graded.value
    const result: BatchResult = { question, fraction, parts, feedback, ...(needsMarking ? { needsMarking: true as const } : {}) }
    if (wanted === undefined || Math.abs(fraction - wanted) <= sameFraction) return result
    return { ...result, error: { code: 'FRACTION_DIFFERS', message: `It earns ${fraction} and has to earn ${wanted}.` } }
  })
}

function findQuestion({ questions, question }: { questions: BankQuestion[]; question: string | number }): Result<BankQuestion> {
  const found = questions.filter(({ name }, at) =>
    typeof question === 'number' ? at === question - 1 : name !== '' && name === question,
  )
  const [first] = found
  if (!first) return failure({ code: 'QUESTION_UNKNOWN', message: `There is no question ${JSON.stringify(question)}.` })
  if (found.length === 1) return success(first)
  return failure({ code: 'QUESTION_AMBIGUOUS', message: `${found.length} questions are called ${JSON.stringify(question)}.` })
}

function gradeOne({
  question,
  plain,
  locale,
  seed,
}: {
  question: BankQuestion
  plain: unknown
  locale: Locale
  seed: number
}): Result<GradeResult> {
  if (!question.ok) return question
  const { type, authored } = question
  const input = isBlank(plain) ? success(null) : type.fromPlain?.({ authored, plain, locale, seed })
  if (!input) {
    const message = `Responses of the type ${type.schema.type} have no plain form.`
    return failure({ code: 'PLAIN_RESPONSES_UNSUPPORTED', message })
  }
  if (!input.ok) return input
  const parsed = type.parse({ authored, input: input.value, seed })
  if (!parsed.ok) return parsed
  if (parsed.value === null) return success({ fraction: 0, parts: [], feedback: [] })
  return success(type.grade({ authored, response: parsed.value, locale, seed }))
}

/** Nothing, an empty text, an empty list, an empty object. */
function isBlank(plain: unknown): boolean {
  if (plain === null || plain === undefined) return true
  if (typeof plain === 'string') return plain.trim() === ''
  return typeof plain === 'object' && Object.keys(plain).length === 0
}
