import { type FolderProblem, type Locale, type Result, success } from '@lectern/content-schemas'
import { categoryPath } from '../domain/courseFolder/bankFiles.ts'
import type { FolderItem, FolderQuestion } from '../domain/courseFolder/types.ts'
import { writeBankFile, writeWrittenTest } from '../domain/courseFolder/writeBankFiles.ts'
import { parseGift } from '../domain/gift/parseGift.ts'
import { parseMoodleXml } from '../domain/moodle/parseMoodleXml.ts'
import type { MoodleFile } from '../domain/moodle/texts.ts'
import { giftToBody, type StoredQuestion } from '../domain/questions/giftToBody.ts'
import type { ExportableType } from '../operations/exportTypes.ts'
import { readFolderQuestion } from './checkQuestions.ts'

/** `text` is the new file; `files` belong beside it, at their paths. */
export type ConvertedQuestions = { text: string; files: MoodleFile[]; converted: number; problems: FolderProblem[] }

/**
 * Questions in GIFT or Moodle XML as a file of YAML for a course folder (`as: 'bank'`), or as a test with their marks
 * (`as: 'test'`). Files within the source are to be put into `folder`, which is relative to the new file. What is left out is
 * in the problems. Failures as for `parseMoodleXml`.
 */
export function convertQuestions({
  text,
  file,
  format,
  as,
  types,
  language,
  folder,
}: {
  text: string
  file: string
  format: 'gift' | 'moodle'
  as: 'bank' | 'test'
  types: ReadonlyMap<string, ExportableType>
  language: Locale
  folder: string
}): Result<ConvertedQuestions> {
  const read =
    format === 'gift' ? success(fromGift({ text, file, types, language })) : fromMoodle({ text, file, language, folder })
  if (!read.ok) return read
  const { files, problems } = read.value
  const fit: FolderItem[] = []
  for (const { question, mark } of distinctNames(read.value.items)) {
    const checked = readFolderQuestion({
      question: { ...question, body: withoutFiles(question.body) },
      types,
      language,
      idFor: String,
    })
    if (checked.ok) fit.push({ kind: 'question', question, mark })
    else {
      const { code, message } = checked.error
      problems.push({ severity: 'warning', code, file, line: question.line, message: `${question.name ?? ''}: ${message}` })
    }
  }
  const questions = fit.flatMap((item) => (item.kind === 'question' ? [item.question] : []))
  const pathFor = () => undefined
  const written =
    as === 'bank'
      ? writeBankFile({ questions, pathFor })
      : writeWrittenTest({
          test: { form: 'yaml', title: {}, accessCode: undefined, overallFeedback: [], settings: {}, items: fit },
          placement: undefined,
          pathFor,
        })
  return success({ text: written, files, converted: questions.length, problems })
}

type Items = { question: FolderQuestion; mark: number }[]
type Read = { items: Items; files: MoodleFile[]; problems: FolderProblem[] }

function fromGift({
  text,
  file,
  types,
  language,
}: {
  text: string
  file: string
  types: ReadonlyMap<string, ExportableType>
  language: Locale
}): Read {
  const { questions, problems } = parseGift({ text, file })
  const items = questions.flatMap((question) => {
    const stored = giftToBody({ questions: { [language]: question }, language, types, idFor: String })
    if (stored.ok) return [{ mark: 1, question: fromStored({ stored: stored.value, question, language }) }]
    const { code, message } = stored.error
    problems.push({ severity: 'warning', code, file, line: question.line, message: `${question.name ?? ''}: ${message}` })
    return []
  })
  return { items, files: [], problems }
}

function fromStored({
  stored: { type, typeVersion, body },
  question: { name, tags, category, line },
  language,
}: {
  stored: StoredQuestion
  question: { name: string | undefined; tags: string[]; category: string | undefined; line: number }
  language: Locale
}): FolderQuestion {
  const { blockType: _blockType, ...own } = body
  const kept = tags.filter((tag) => !tag.startsWith('id:'))
  const base = { name, type, version: typeVersion, tags: kept, difficulty: undefined, retired: false }
  return { ...base, category: categoryPath({ category, language }), body: dropIds(own), line }
}

function fromMoodle({
  text,
  file,
  language,
  folder,
}: {
  text: string
  file: string
  language: Locale
  folder: string
}): Result<Read> {
  const bank = parseMoodleXml({ text, file, language, folder })
  if (!bank.ok) return bank
  const items = bank.value.questions.flatMap(({ question, mark }) => (question ? [{ question, mark }] : []))
  return success({ items, files: bank.value.files, problems: bank.value.problems })
}

/** Names are unique in a bank; Moodle's need not be. */
function distinctNames(items: Items): Items {
  const taken = new Set<string>()
  return items.map(({ question, mark }) => {
    let { name } = question
    for (let copy = 2; name !== undefined && taken.has(name); copy += 1) name = `${question.name} (${copy})`
    if (name !== undefined) taken.add(name)
    return { mark, question: { ...question, name } }
  })
}

function dropIds(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).flatMap(([key, value]) => (key === 'id' ? [] : [[key, dropIdsIn(value)]])))
}

function dropIdsIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropIdsIn)
  if (typeof value !== 'object' || value === null) return value
  return dropIds({ ...value })
}

/** For the check: what a picture is called does not matter to it. */
function withoutFiles(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, isFile(value) ? value.file : value]))
}

function isFile(value: unknown): value is { file: string } {
  return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string'
}
