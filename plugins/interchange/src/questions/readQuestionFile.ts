import { bankQuestionSchema, type FolderProblem, failure, type Locale, type Result, success } from '@lectern/content-schemas'
import { parse } from 'yaml'
import { z } from 'zod'
import { parseGift } from '../domain/gift/parseGift.ts'
import { parseMoodleXml } from '../domain/moodle/parseMoodleXml.ts'
import type { MoodleFile } from '../domain/moodle/texts.ts'
import { mapBodyFiles } from '../domain/questions/bodyFiles.ts'
import { giftToBody, type StoredQuestion } from '../domain/questions/giftToBody.ts'
import type { ExportableType } from '../operations/exportTypes.ts'
import { readFolderQuestion } from './checkQuestions.ts'

export type QuestionFormat = 'gift' | 'bank' | 'moodle'

/** A question of a file, or why it cannot be used. Pictures are named by their paths. */
export type ReadQuestion = { name: string | undefined; stored: Result<StoredQuestion> }
export type ReadQuestions = { questions: ReadQuestion[]; problems: FolderProblem[]; files: MoodleFile[] }

/** By the end of a file's name; GIFT where it says nothing. */
export function formatOfName(name: string): QuestionFormat {
  if (/\.(?:json|ya?ml)$/i.test(name)) return 'bank'
  return /\.xml$/i.test(name) ? 'moodle' : 'gift'
}

/**
 * The questions of a file in any format, in their order, all languages in them. Rows without an id are `o1`, `o2`, … Problems
 * say what was left out. Failures: BANK_INVALID (JSON and YAML), and those of `parseMoodleXml`.
 */
export function readQuestionFile({
  text,
  file,
  format,
  types,
  language,
}: {
  text: string
  file: string
  format: QuestionFormat
  types: ReadonlyMap<string, ExportableType>
  language: Locale
}): Result<ReadQuestions> {
  const idFor = (ordinal: number) => `o${ordinal + 1}`
  if (format === 'gift') {
    const { questions, problems } = parseGift({ text, file })
    const read = questions.map((question) => ({
      name: question.name,
      stored: giftToBody({ questions: { [language]: question }, language, types, idFor }),
    }))
    return success({ questions: read, problems, files: [] })
  }
  if (format === 'bank') {
    const rows = readRows(text)
    if (!rows.ok) return rows
    return success({ questions: rows.value.map((row) => readRow({ row, types, language, idFor })), problems: [], files: [] })
  }
  const bank = parseMoodleXml({ text, file, language, folder: 'files' })
  if (!bank.ok) return bank
  const questions = bank.value.questions.map(({ name, question }) => ({
    name,
    stored: question
      ? readFolderQuestion({ question: { ...question, body: namedFiles(question.body) }, types, language, idFor })
      : failure({ code: 'QUESTION_UNSUPPORTED', message: 'No installed type takes questions like this one.' }),
  }))
  return success({ questions, problems: bank.value.problems, files: bank.value.files })
}

const rowsSchema = z.union([z.array(z.unknown()), z.looseObject({ questions: z.array(z.unknown()) })])

function readRows(text: string): Result<unknown[]> {
  const invalid = (message: string) => failure({ code: 'BANK_INVALID', message })
  try {
    const parsed = rowsSchema.safeParse(
      text.trimStart().startsWith('{') || text.trimStart().startsWith('[') ? JSON.parse(text) : parse(text),
    )
    if (!parsed.success) return invalid('Questions are a list of { name, type, body }, or { questions: [ … ] }.')
    return success(Array.isArray(parsed.data) ? parsed.data : parsed.data.questions)
  } catch (error) {
    return invalid(error instanceof Error ? error.message : 'The file cannot be read.')
  }
}

function readRow({
  row,
  types,
  language,
  idFor,
}: {
  row: unknown
  types: ReadonlyMap<string, ExportableType>
  language: Locale
  idFor: (ordinal: number) => string
}): ReadQuestion {
  const parsed = bankQuestionSchema.safeParse(row)
  const named = z.looseObject({ name: z.string() }).safeParse(row)
  const name = named.success ? named.data.name : undefined
  if (!parsed.success) {
    return { name, stored: failure({ code: 'QUESTION_INVALID', message: z.prettifyError(parsed.error) }) }
  }
  const { type, version, body } = parsed.data
  return { name, stored: readFolderQuestion({ question: { type, version, body: namedFiles(body) }, types, language, idFor }) }
}

/** Pictures by their paths; their sizes are not known. */
function namedFiles(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, mapBodyFiles({ value, file: (path) => path })]))
}
