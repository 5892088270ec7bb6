import {
  type BehaviourName,
  type Failure,
  type FolderProblem,
  type Locale,
  type Result,
  testSettingsSchema,
} from '@lectern/content-schemas'
import { behaviours, isSameResponse } from '@lectern/grading'
import type { AnyQuestionType } from '@lectern/kernel'
import { type BatchResult, type BatchRules, gradeBatch, readResponses } from '@lectern/questions'
import { readBank } from './readBank.ts'
import { parseLenientJson, readText } from './readText.ts'

/** `ok` is false when a file could not be read, when a question of GIFT could not, or when a result has an error. */
export type GradedFiles = {
  ok: boolean
  text: string
  results?: BatchResult[]
  /** What could not be read of the questions, a sentence each. */
  problems?: string[]
  error?: Pick<Failure, 'code' | 'message'>
}

/**
 * Marks the responses of one file to the questions of another (docs/grading-files.md). Errors: FILE_UNREADABLE,
 * FILE_TOO_LARGE, JSON_INVALID, BANK_INVALID, RESPONSES_INVALID, XML_INVALID, XML_DOCTYPE, XML_TOO_LARGE, MOODLE_XML_MISSING.
 */
export function gradeFiles({
  questions,
  responses,
  types,
  locale,
  seed,
  behaviour = 'deferred',
  tries = null,
  penaltyPercent = testSettingsSchema.parse({}).penaltyPercent,
}: {
  questions: string
  responses: string
  types: AnyQuestionType[]
  locale: Locale
  seed: number
  behaviour?: BehaviourName
  /** Of interactive questions; null: one more than the hints, and without end where there are none. */
  tries?: number | null
  penaltyPercent?: number
}): GradedFiles {
  const bank = readBank({ file: questions, types, locale })
  if (!bank.ok) return refuse(bank.error)
  const json = readJson(responses)
  const given = json.ok ? readResponses(json.value) : json
  if (!given.ok) return refuse(given.error)
  const results = gradeBatch({
    questions: bank.value.questions,
    responses: given.value,
    rules: rulesOf({ behaviour, tries, penaltyPercent }),
    locale,
    seed,
  })
  const { problems } = bank.value
  return {
    ok: results.every(({ error }) => error === undefined) && problems.every(({ severity }) => severity !== 'error'),
    text: results.map(sayResult).join('\n'),
    results,
    problems: problems.map(sayProblem),
  }
}

function readJson(file: string): Result<unknown> {
  const text = readText(file)
  return text.ok ? parseLenientJson({ text: text.value, file }) : text
}

function rulesOf({
  behaviour,
  tries,
  penaltyPercent,
}: {
  behaviour: BehaviourName
  tries: number | null
  penaltyPercent: number
}): BatchRules {
  const { checks, settlesWhenRight, ignoresRepeats, earned } = behaviours[behaviour]
  return {
    checks: ({ hints }) =>
      tries === null && hints === 0 && behaviour === 'interactive' ? Number.POSITIVE_INFINITY : checks({ tries, hints }),
    settlesWhenRight,
    ignoresRepeats,
    isSame: isSameResponse,
    earned: (given) => earned({ tries: given, penalty: penaltyPercent / 100 }),
  }
}

function refuse({ code, message }: Failure): GradedFiles {
  return { ok: false, text: message, error: { code, message } }
}

function sayProblem({ code, file, line, message }: FolderProblem): string {
  return `${code} ${file}${line === undefined ? '' : `:${line}`} ${message}`
}

function sayResult({ question, fraction, needsMarking, error }: BatchResult): string {
  const earned = fraction === null ? '—' : `${Math.round(fraction * 10_000) / 100} %`
  return `${typeof question === 'object' ? JSON.stringify(question) : question}: ${needsMarking ? 'to be marked by a person' : earned}${error ? ` ${error.code} ${error.message}` : ''}`
}
