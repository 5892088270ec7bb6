import path from 'node:path'
import { type FolderProblem, type Locale, type Result, readHints, success } from '@lectern/content-schemas'
import { formatOfName, readQuestionFile } from '@lectern/interchange'
import type { AnyQuestionType } from '@lectern/kernel'
import type { BankQuestion } from '@lectern/questions'
import { readText } from './readText.ts'

export type Bank = { questions: BankQuestion[]; problems: FolderProblem[] }

/** The questions of a file in GIFT, Moodle XML, JSON or YAML, as its name ends. Failures as for `readQuestionFile` and `readText`. */
export function readBank({ file, types, locale }: { file: string; types: AnyQuestionType[]; locale: Locale }): Result<Bank> {
  const text = readText(file)
  if (!text.ok) return text
  const byType = new Map(types.map((type) => [type.schema.type, type]))
  const read = readQuestionFile({
    text: text.value,
    file: path.basename(file),
    format: formatOfName(file),
    types: byType,
    language: locale,
  })
  if (!read.ok) return read
  const questions = read.value.questions.map(({ name = '', stored }): BankQuestion => {
    if (!stored.ok) return { name, ...stored }
    const type = byType.get(stored.value.type)
    const authored = type?.schema.authored.safeParse(stored.value.body)
    if (type && authored?.success)
      return { name, ok: true, type, authored: authored.data, hints: readHints(stored.value.body).length }
    // It was read by the same schema a moment ago.
    throw new Error(`The question ${name} cannot be read again.`)
  })
  return success({ questions, problems: read.value.problems })
}
