import { type FolderProblem, type Locale, type Result, success } from '@lectern/content-schemas'
import { categoryPath } from '../courseFolder/bankFiles.ts'
import type { FolderQuestion } from '../courseFolder/types.ts'
import * as plain from './converters.ts'
import { cloze, ddwtos, gapselect, stemOf } from './gapConverters.ts'
import { ddmarker } from './pictureConverters.ts'
import { type MoodleFile, readMarkdown, type TextContext } from './texts.ts'
import { childOf, childrenOf, flagIn, numberIn, parseXml, textIn, withoutSections, type XmlElement } from './xml.ts'

/** Converters by Moodle's name of the type. */
const converters: Readonly<Record<string, plain.Converter>> = {
  multichoice: plain.multichoice,
  multichoiceset: plain.multichoiceset,
  truefalse: plain.truefalse,
  shortanswer: plain.shortanswer,
  numerical: plain.numerical,
  matching: plain.matching,
  match: plain.matching,
  essay: plain.essay,
  description: plain.description,
  ordering: plain.ordering,
  calculated: plain.calculated,
  calculatedsimple: plain.calculated,
  cloze,
  multianswer: cloze,
  ddwtos,
  gapselect,
  ddmarker,
}

/**
 * `mark` is Moodle's default grade; `category` its path. Pictures in `question.body` are `{ file: path }`. `question` is null
 * when it is not read.
 */
export type MoodleQuestion = {
  name: string | undefined
  question: FolderQuestion | null
  mark: number
  category: string | undefined
}
export type MoodleBank = { questions: MoodleQuestion[]; files: MoodleFile[]; problems: FolderProblem[] }

/**
 * Reads a question bank in Moodle XML (https://docs.moodle.org/en/Moodle_XML_format) as questions of ours. `folder` is where
 * the files within it are to be put. Whatever is not taken over is in the problems: QUESTION_UNSUPPORTED (a whole question,
 * with its type), MOODLE_PART_LOST (parts of one, by the names of their elements). Fails with XML_INVALID, XML_DOCTYPE, XML_TOO_LARGE or MOODLE_XML_MISSING (there is no `quiz`).
 */
export function parseMoodleXml({
  text,
  file,
  language,
  folder,
}: {
  text: string
  file: string
  language: Locale
  folder: string
}): Result<MoodleBank> {
  const parsed = parseXml(text)
  if (!parsed.ok) return parsed
  const quiz = childOf(parsed.value, 'quiz')
  if (!quiz) return { ok: false, error: { code: 'MOODLE_XML_MISSING', message: 'The file has no element <quiz>.' } }
  const bank: MoodleBank = { questions: [], files: [], problems: [] }
  const lines = questionLines(text)
  let category: string | undefined
  let number = 0
  for (const [at, question] of childrenOf(quiz, 'question').entries()) {
    const type = question.attributes.get('type') ?? ''
    const line = lines[at] ?? 1
    if (type === 'category') {
      category = categoryOf(question)
      continue
    }
    number += 1
    const context: TextContext = { language, folder, files: bank.files }
    const name = textIn(question, 'name').slice(0, 400) || undefined
    const base = { name, category, mark: numberIn(question, 'defaultgrade') ?? 1 }
    const converted = convert({ question, type, context })
    const report = (code: string, message: string) =>
      bank.problems.push({ severity: 'warning', code, file, line, message: `${name ?? `question ${number}`}: ${message}` })
    if (!converted) {
      report('QUESTION_UNSUPPORTED', `questions of the type ${type || '(none)'} like this one are not read`)
      bank.questions.push({ ...base, question: null })
      continue
    }
    const lost = [...(converted.lost ?? []), ...unhandled({ question, handled: converted.handled })]
    if (lost.length > 0) report('MOODLE_PART_LOST', lost.join(', '))
    const body = withoutUndefined(converted.body)
    const tags = tagsOf(question)
    bank.questions.push({
      ...base,
      question: {
        name,
        type: converted.type,
        version: undefined,
        tags,
        difficulty: undefined,
        category: categoryPath({ category, language }),
        retired: false,
        body,
        line,
      },
    })
  }
  return success(bank)
}

function convert({
  question,
  type,
  context,
}: {
  question: XmlElement
  type: string
  context: TextContext
}): plain.Conversion | null {
  const converter = Object.hasOwn(converters, type) ? converters[type] : undefined
  const converted = converter?.({ question, stem: stemOf(question, context), context })
  if (!converted) return null
  const generalFeedback = readMarkdown(childOf(question, 'generalfeedback'), context)
  const takesFeedback = converted.type !== 'description' && Object.keys(generalFeedback).length > 0
  const hints = childrenOf(question, 'hint').flatMap((hint) => {
    const text = readMarkdown(hint, context)
    return Object.keys(text).length > 0 ? [{ text, showNumberRight: flagIn(hint, 'shownumcorrect') ?? false }] : []
  })
  const isLost = converted.type === 'description' && Object.keys(generalFeedback).length > 0
  return {
    ...converted,
    body: { ...converted.body, ...(takesFeedback ? { generalFeedback } : {}), ...(hints.length > 0 ? { hints } : {}) },
    lost: [
      ...(converted.lost ?? []),
      ...(isLost ? ['generalfeedback'] : []),
      ...(childrenOf(question, 'hint').some((hint) => flagIn(hint, 'clearwrong')) ? ['hint clearwrong'] : []),
    ],
  }
}

const common = ['name', 'questiontext', 'generalfeedback', 'defaultgrade', 'tags', 'hint', 'idnumber', '#comment']
/** Values that say no more than leaving the element out. */
const unremarkable: Readonly<Record<string, readonly string[]>> = {
  hidden: ['0'],
  // A test's penalty is the test's here; Moodle writes a third where nobody chose one.
  penalty: ['0', '0.0000000', '0.3333333', '0.3333334', '1', '1.0000000', '0.1', '0.1000000'],
  shownumcorrect: ['', '1'],
}

/** Names of elements that say something and were not taken over. */
function unhandled({ question, handled }: { question: XmlElement; handled: string[] }): string[] {
  const known = new Set([...common, ...handled])
  return [...question.children.keys()].filter((name) => {
    const text = textIn(question, name)
    const hasMore = [...(childOf(question, name)?.children.keys() ?? [])].some((inner) => inner !== 'text')
    if (known.has(name) || (text === '' && !hasMore)) return false
    return !unremarkable[name]?.includes(text)
  })
}

/** `$course$/top/Maps` → `Maps`. */
function categoryOf(question: XmlElement): string | undefined {
  const path = textIn(question, 'category').replace(/^\$[a-z]+\$\/?(?:top\/?)?/i, '')
  return path === '' ? undefined : path
}

function tagsOf(question: XmlElement): string[] {
  const tags = childrenOf(childOf(question, 'tags'), 'tag').map((tag) => (childOf(tag, 'text')?.text || tag.text).trim())
  return [...new Set(tags.filter((tag) => tag !== '').map((tag) => tag.slice(0, 80)))]
}

/** The line on which each `<question` begins. */
function questionLines(text: string): number[] {
  const bare = withoutSections(text)
  const lines: number[] = []
  let line = 1
  let from = 0
  for (const { index } of bare.matchAll(/<question[\s>]/g)) {
    for (let at = bare.indexOf('\n', from); at !== -1 && at < index; at = bare.indexOf('\n', at + 1)) line += 1
    from = index
    lines.push(line)
  }
  return lines
}

function withoutUndefined(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
}
