import type { Locale } from '@lectern/content-schemas'
import { markdownToRichText } from '../markdown/markdownToRichText.ts'
import { readWrittenTest } from './bankFiles.ts'
import { fileResolver } from './fileResolver.ts'
import { readLessonSource } from './frontMatter.ts'
import { createLinkResolver, type LinkTargets } from './links.ts'
import type { ListedTest } from './listModules.ts'
import { slugOfName } from './paths.ts'
import { readTestFile } from './testFile.ts'
import type { FolderLesson, FolderTest, GiftTest, LessonText, Report } from './types.ts'

export type LessonInput = {
  /** Path of the module's folder. */
  module: string
  name: string
  tests: ListedTest[]
  language: Locale
  /** Further languages of the folder that are installed. */
  translations: readonly Locale[]
  targets: LinkTargets
  report: Report
}

/** One lesson in all its languages, with its tests. Null when its own file cannot be used. */
export function parseLesson(input: LessonInput): FolderLesson | null {
  const { module, name, language, translations, report } = input
  const path = `${module}/${name}.md`
  const own = readText(input, path)
  if (!own) return null
  const text: FolderLesson['text'] = { [language]: own.text }
  for (const locale of translations) {
    const translated = readText(input, `i18n/${locale}/${path}`)
    if (translated) text[locale] = translated.text
  }
  const { frontMatter } = own
  const kind = frontMatter.kind ?? (name.endsWith('.assignment') ? 'assignment' : 'lesson')
  const tests = input.tests.flatMap((test) => readTest({ input, test, isEmbedded: own.testMarkers.has(test.key) }) ?? [])
  for (const key of own.testMarkers) {
    if (!input.tests.some((test) => test.key === key))
      report({ severity: 'error', code: 'LINK_TO_NOWHERE', file: path, message: `There is no test "${key}".` })
  }
  const { minutes, preview, completion } = frontMatter
  return { name, slug: slugOfName(name), kind, minutes, preview, completion, text, tests }
}

function readText(input: LessonInput, file: string) {
  const { targets, report } = input
  const source = targets.files.texts.get(file)
  if (source === undefined) return null
  const lesson = readLessonSource({ text: source, file, report })
  if (!lesson) return null
  const { frontMatter, body, lineOffset } = lesson
  const testMarkers = new Set<string>()
  const result = markdownToRichText({
    markdown: body,
    ...createLinkResolver({ file, lineOffset, targets, report }),
    resolveTest: (key) => {
      testMarkers.add(key)
      return key
    },
  })
  if (!result.ok) {
    report({ severity: 'error', code: result.error.code, file, message: result.error.message })
    return null
  }
  for (const { severity, code, line, message } of result.value.problems) {
    report({ severity, code, file, line: line + lineOffset, message })
  }
  const text: LessonText = { title: frontMatter.title, summary: frontMatter.summary ?? '', body: result.value.richText }
  return { frontMatter, text, testMarkers }
}

function readTest({
  input,
  test: { key, file },
  isEmbedded,
}: {
  input: LessonInput
  test: ListedTest
  isEmbedded: boolean
}): FolderTest | null {
  const { module, language, targets, report } = input
  const path = `${module}/${file}`
  const placement = isEmbedded ? 'embedded' : placementOfKey(key)
  if (file.endsWith('.gift')) return { key, placement, ...readGiftTest({ input, path }) }
  const text = targets.files.texts.get(path) ?? ''
  const written = readWrittenTest({
    text,
    file: path,
    language,
    resolveFile: fileResolver({ file: path, targets, report }),
    report,
  })
  return written && { key, ...written, placement: isEmbedded ? 'embedded' : (written.placement ?? placement) }
}

/** Where a test stands whose file does not say it. */
export function placementOfKey(key: string): 'before' | 'after' {
  return key.startsWith('pre') ? 'before' : 'after'
}

function readGiftTest({
  input: { language, translations, targets, report },
  path,
}: {
  input: LessonInput
  path: string
}): GiftTest & Pick<FolderTest, 'settings'> {
  const own = readTestFile({ text: targets.files.texts.get(path) ?? '', file: path, report })
  const text: GiftTest['text'] = { [language]: { title: own.title, questions: own.questions } }
  for (const locale of translations) {
    const file = `i18n/${locale}/${path}`
    const source = targets.files.texts.get(file)
    if (source === undefined) continue
    const translated = readTestFile({ text: source, file, report })
    if (translated.questions.length === own.questions.length)
      text[locale] = { title: translated.title, questions: translated.questions }
    else {
      const message = `${translated.questions.length} questions here, ${own.questions.length} in ${path}.`
      report({ severity: 'error', code: 'TRANSLATION_MISMATCH', file, message })
    }
  }
  return { form: 'gift', settings: own.settings, text }
}
