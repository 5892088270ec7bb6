import { stringify } from 'yaml'
import { mapMarkdownImages } from '../questions/bodyFiles.ts'
import type { FolderItem, FolderQuestion, FolderTest, WrittenTest } from './types.ts'

/** The path that a file writes for a picture (`sha256:<hex>`); undefined when the course has none such. */
export type FilePath = (medium: string) => string | undefined

/** A file of questions, as `readBankFile` reads it. */
export function writeBankFile({ questions, pathFor }: { questions: FolderQuestion[]; pathFor: FilePath }): string {
  return toYaml({ questions: questions.map((question) => questionEntry({ question, pathFor })) })
}

/** A test, as `readWrittenTest` reads it. `placement` is written when the name of the file does not say it. */
export function writeWrittenTest({
  test,
  placement,
  pathFor,
}: {
  test: WrittenTest & Pick<FolderTest, 'settings'>
  placement: 'before' | 'after' | undefined
  pathFor: FilePath
}): string {
  const { title, accessCode, settings, overallFeedback, items } = test
  return toYaml({
    title: emptyAsAbsent(title),
    placement,
    accessCode,
    settings: emptyAsAbsent(settings),
    overallFeedback: overallFeedback.length > 0 ? overallFeedback : undefined,
    items: items.map((item) => itemEntry({ item, pathFor })),
  })
}

function itemEntry({ item, pathFor }: { item: FolderItem; pathFor: FilePath }): Record<string, unknown> {
  if (item.kind === 'section') return { section: present({ title: item.title, instructions: emptyAsAbsent(item.instructions) }) }
  const mark = item.mark === 1 ? undefined : item.mark
  if (item.kind === 'named') return present({ question: item.name, mark })
  if (item.kind === 'question') return present({ write: questionEntry({ question: item.question, pathFor }), mark })
  const { count, tags, difficultyFrom, difficultyTo, types, preferUnseen } = item
  const draw = { count, tags, difficultyFrom, difficultyTo, types: types.length > 0 ? types : undefined }
  return present({ draw: present({ ...draw, preferUnseen: preferUnseen ? undefined : false }), mark })
}

function questionEntry({ question, pathFor }: { question: FolderQuestion; pathFor: FilePath }): Record<string, unknown> {
  const { name, type, version, tags, difficulty, category, retired, body } = question
  return present({
    name,
    type,
    version,
    tags: tags.length > 0 ? tags : undefined,
    difficulty,
    category,
    retired: retired || undefined,
    body: writeFiles({ value: body, pathFor }),
  })
}

/** Inverse to what reading does with `{ file: path }` and the pictures in Markdown. */
function writeFiles({ value, pathFor }: { value: unknown; pathFor: FilePath }): unknown {
  if (typeof value === 'string') {
    const path = isMedium(value) ? pathFor(value) : undefined
    if (path !== undefined) return { file: path }
    return mapMarkdownImages({ markdown: value, address: (url) => (isMedium(url) ? (pathFor(url) ?? null) : null) })
  }
  if (Array.isArray(value)) return value.map((inner) => writeFiles({ value: inner, pathFor }))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, writeFiles({ value: inner, pathFor })]))
}

function isMedium(text: string): boolean {
  return /^sha256:[0-9a-f-]{36,64}$/.test(text)
}

function emptyAsAbsent<Value extends object>(value: Value): Value | undefined {
  return Object.keys(value).length > 0 ? value : undefined
}

function present(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined))
}

function toYaml(value: Record<string, unknown>): string {
  return stringify(present(value), { lineWidth: 0, aliasDuplicateObjects: false })
}
