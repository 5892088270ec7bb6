import {
  type BankFileQuestion,
  bandProblems,
  bankFileSchema,
  type Locale,
  settingsProblems,
  settingsProblemWords,
  testFileSchema,
} from '@lectern/content-schemas'
import { mapBodyFiles } from '../questions/bodyFiles.ts'
import type { FolderItem, FolderQuestion, FolderTest, Report, WrittenTest } from './types.ts'
import { readYamlLines } from './yaml.ts'

/** What a picture of a file is known by (`sha256:<hex>`), by its path in the file; null when there is none. */
export type FileResolver = (path: string, line: number) => string | null

type Source = { text: string; file: string; language: Locale; resolveFile: FileResolver; report: Report }

/**
 * Reads a file of questions (`questions/<name>.yaml`; JSON is YAML). Problems: those of YAML, QUESTION_NAME_DUPLICATE, and
 * what `resolveFile` reports.
 */
export function readBankFile(source: Source): FolderQuestion[] {
  const read = readYamlLines({ ...source, schema: bankFileSchema })
  if (!read) return []
  return read.value.questions.map((question, at) =>
    toFolderQuestion({
      question,
      language: source.language,
      line: read.lineOf(['questions', at, 'type']),
      resolveFile: source.resolveFile,
    }),
  )
}

export type WrittenTestFile = WrittenTest & {
  placement: FolderTest['placement'] | undefined
  settings: FolderTest['settings']
}

/** Reads a test (`<lesson>.<key>.yaml`). Null when it cannot be used; problems as for `readBankFile`. */
export function readWrittenTest(source: Source): WrittenTestFile | null {
  const read = readYamlLines({ ...source, schema: testFileSchema({ language: source.language }) })
  if (!read) return null
  const { title = {}, placement, accessCode, settings = {}, overallFeedback, items } = read.value
  const code = accessCode === undefined ? {} : { accessCode }
  for (const { path, code: problem } of [...settingsProblems({ ...settings, ...code }), ...bandProblems(overallFeedback)]) {
    const line = read.lineOf(['settings', path])
    const message = `${path}: ${settingsProblemWords[problem].en}`
    source.report({ severity: 'error', code: problem, file: source.file, line, message })
  }
  return {
    form: 'yaml',
    title,
    placement,
    accessCode,
    overallFeedback,
    settings,
    items: items.flatMap(({ question, write, draw, section, mark }, at): FolderItem[] => {
      if (question !== undefined) return [{ kind: 'named', name: question, mark, line: read.lineOf(['items', at, 'question']) }]
      if (section) return [{ kind: 'section', title: section.title, instructions: section.instructions ?? {} }]
      if (draw) {
        const { difficultyFrom, difficultyTo } = draw
        return [{ ...draw, kind: 'draw', mark, difficultyFrom, difficultyTo }]
      }
      const line = read.lineOf(['items', at, 'write', 'type'])
      return write
        ? [
            {
              kind: 'question',
              mark,
              question: toFolderQuestion({ question: write, language: source.language, line, resolveFile: source.resolveFile }),
            },
          ]
        : []
    }),
  }
}

function toFolderQuestion({
  question: { name, type, version, tags, difficulty, category, retired = false, body },
  language,
  line,
  resolveFile,
}: {
  question: BankFileQuestion
  language: Locale
  line: number
  resolveFile: FileResolver
}): FolderQuestion {
  const file = (path: string) => resolveFile(path, line)
  // Every entry of the record stays an entry.
  const mapped = Object.fromEntries(Object.entries(body).map(([key, value]) => [key, mapBodyFiles({ value, file })]))
  return { name, type, version, tags, difficulty, category: categoryPath({ category, language }), retired, body: mapped, line }
}

/** `Maps/Old` and lists of titles as titles by language. */
export function categoryPath({
  category,
  language,
}: {
  category: BankFileQuestion['category']
  language: Locale
}): FolderQuestion['category'] {
  if (category === undefined) return undefined
  const titles = typeof category === 'string' ? category.split('/').map((title) => title.trim()) : category
  return titles.flatMap((title) => (title === '' ? [] : [typeof title === 'string' ? { [language]: title } : title]))
}
