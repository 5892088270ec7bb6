import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Failure, type FolderProblem, failure, type Locale, type Result, success } from '@lectern/content-schemas'
import { parseGift } from '@lectern/interchange'
import type { AnyQuestionType } from '@lectern/kernel'
import { type BankQuestion, type BatchResult, bankFromGift, bankFromJson, gradeBatch, readResponses } from '@lectern/questions'

/** `ok` is false when a file could not be read, when a question of it could not, or when a result has an error. */
export type GradedFiles = {
  ok: boolean
  text: string
  results?: BatchResult[]
  /** What could not be read of the questions, a sentence each. */
  problems?: string[]
  error?: Pick<Failure, 'code' | 'message'>
}

const maxBytes = 50_000_000

/**
 * Marks the responses of one file to the questions of another (docs/grading-files.md). Errors: FILE_UNREADABLE,
 * FILE_TOO_LARGE, JSON_INVALID, BANK_INVALID, RESPONSES_INVALID.
 */
export function gradeFiles({
  questions,
  responses,
  types,
  locale,
  seed,
}: {
  questions: string
  responses: string
  types: AnyQuestionType[]
  locale: Locale
  seed: number
}): GradedFiles {
  const bank = readBank({ file: questions, types, locale })
  if (!bank.ok) return refuse(bank.error)
  const json = readJson(responses)
  const given = json.ok ? readResponses(json.value) : json
  if (!given.ok) return refuse(given.error)
  const results = gradeBatch({ questions: bank.value.questions, responses: given.value, locale, seed })
  const { problems } = bank.value
  return {
    ok: results.every(({ error }) => error === undefined) && problems.length === 0,
    text: results.map(sayResult).join('\n'),
    results,
    problems: problems.map(sayProblem),
  }
}

type Bank = { questions: BankQuestion[]; problems: FolderProblem[] }

function readBank({ file, types, locale }: { file: string; types: AnyQuestionType[]; locale: Locale }): Result<Bank> {
  if (path.extname(file).toLowerCase() === '.json') {
    const json = readJson(file)
    const questions = json.ok ? bankFromJson({ json: json.value, types }) : json
    return questions.ok ? success({ questions: questions.value, problems: [] }) : questions
  }
  const text = readText(file)
  if (!text.ok) return text
  const { questions, problems } = parseGift({ text: text.value, file: path.basename(file) })
  return success({ questions: bankFromGift({ questions, types, locale }), problems })
}

function readJson(file: string): Result<unknown> {
  const text = readText(file)
  if (!text.ok) return text
  try {
    return success(JSON.parse(text.value))
  } catch (error) {
    return failure({ code: 'JSON_INVALID', message: `${file}: ${error instanceof Error ? error.message : String(error)}` })
  }
}

function readText(file: string): Result<string> {
  try {
    if (statSync(file).size > maxBytes) {
      return failure({ code: 'FILE_TOO_LARGE', message: `${file} has more than ${maxBytes} bytes.` })
    }
    return success(readFileSync(file, 'utf8'))
  } catch (error) {
    return failure({ code: 'FILE_UNREADABLE', message: `${file}: ${error instanceof Error ? error.message : String(error)}` })
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
  return `${question}: ${needsMarking ? 'to be marked by a person' : earned}${error ? ` ${error.code} ${error.message}` : ''}`
}
