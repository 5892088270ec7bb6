import {
  type Failure,
  type Feedback,
  failure,
  type GradedPart,
  type Locale,
  type Result,
  success,
} from '@lectern/content-schemas'
import type { BankQuestion } from './bank.ts'
import { type BatchRules, gradeTries, type ReadTry, type TryReport } from './gradeTries.ts'
import type { ResponseRow } from './readResponses.ts'

/**
 * What one response earns, in multiples of the question's mark. `fraction` is null when it could not be marked; `error` says why, or that it earns something else
 * than it has to. `needsMarking`: a person has to mark it.
 */
export type BatchResult = {
  /** As it was given. */
  question: unknown
  fraction: number | null
  parts: GradedPart[]
  feedback: Feedback[]
  needsMarking?: true
  /** How each try went, where there were several. */
  tries?: TryReport[]
  error?: Pick<Failure, 'code' | 'message'>
}

/** Fractions are written with seven places at least. */
const sameFraction = 1e-6

/** As in a test that is marked at the end: the last response counts. */
const lastCounts: BatchRules = {
  checks: () => 0,
  settlesWhenRight: false,
  ignoresRepeats: false,
  isSame: () => false,
  earned: (tries) => tries.at(-1)?.fraction ?? 0,
}

/**
 * Marks responses to the questions of a bank, in their order. Pure: the same input and seed give the same. Errors of single
 * responses: those of their rows, QUESTION_UNKNOWN, QUESTION_AMBIGUOUS, those of the question, RESPONSE_FORM, TEXT_UNKNOWN, TEXT_AMBIGUOUS, those
 * of the type's `parse`, of `gradeTries`, PLAIN_RESPONSES_UNSUPPORTED, and FRACTION_DIFFERS.
 */
export function gradeBatch({
  questions,
  responses,
  rules = lastCounts,
  locale,
  seed,
}: {
  questions: BankQuestion[]
  responses: ResponseRow[]
  rules?: BatchRules
  locale: Locale
  seed: number
}): BatchResult[] {
  return responses.map((row) => {
    if ('error' in row) return refused(row)
    const { question, response, tries, certainty = null, fraction: wanted } = row
    const found = findQuestion({ questions, question })
    if (!found.ok) return refused({ question, error: found.error })
    const asked = found.value
    if (!asked.ok) return refused({ question, error: asked.error })
    const read = (tries ?? [response]).map((plain) => readTry({ question: asked, plain, locale, seed }))
    const graded = gradeTries({ rules, hints: asked.hints ?? 0, certainty, tries: read })
    if (!graded.ok) return refused({ question, error: graded.error })
    const { fraction, last, reports } = graded.value
    const { parts, feedback, needsMarking } = last
    const result: BatchResult = {
      question,
      fraction: asked.type.marked === false ? 0 : Math.round(fraction * 1e12) / 1e12,
      parts,
      feedback,
      ...(needsMarking ? { needsMarking: true as const } : {}),
      ...(tries ? { tries: reports } : {}),
    }
    if (wanted === undefined || Math.abs(fraction - wanted) <= sameFraction) return result
    return { ...result, error: { code: 'FRACTION_DIFFERS', message: `It earns ${fraction} and has to earn ${wanted}.` } }
  })
}

function refused({ question, error: { code, message } }: { question: unknown; error: Failure }): BatchResult {
  return { question, fraction: null, parts: [], feedback: [], error: { code, message } }
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

function readTry({
  question: { type, authored },
  plain,
  locale,
  seed,
}: {
  question: Extract<BankQuestion, { ok: true }>
  plain: unknown
  locale: Locale
  seed: number
}): Result<ReadTry> {
  const input = isBlank(plain) ? success(null) : type.fromPlain?.({ authored, plain, locale, seed })
  if (!input) {
    const message = `Responses of the type ${type.schema.type} have no plain form.`
    return failure({ code: 'PLAIN_RESPONSES_UNSUPPORTED', message })
  }
  if (!input.ok) return input
  const parsed = type.parse({ authored, input: input.value, seed })
  if (!parsed.ok) return parsed
  const response = parsed.value
  if (response === null) return success({ response, grade: () => ({ fraction: 0, parts: [], feedback: [] }) })
  return success({ response, grade: () => type.grade({ authored, response, locale, seed }) })
}

/** Nothing, an empty text, an empty list, an empty object. */
function isBlank(plain: unknown): boolean {
  if (plain === null || plain === undefined) return true
  if (typeof plain === 'string') return plain.trim() === ''
  return typeof plain === 'object' && Object.keys(plain).length === 0
}
