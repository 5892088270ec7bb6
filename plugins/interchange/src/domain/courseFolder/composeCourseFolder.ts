import { type Locale, locales, type RichText } from '@lectern/content-schemas'
import { stringify } from 'yaml'
import { richTextToMarkdown } from '../markdown/richTextToMarkdown.ts'
import { chooseNames } from './names.ts'
import { placementOfKey } from './parseLesson.ts'
import { directoryOf, encodePath, relativePath } from './paths.ts'
import { bankFolder } from './readBanks.ts'
import { writeTestFile } from './testFile.ts'
import type { CourseFolder, FolderLesson, FolderModule, LocalizedText } from './types.ts'
import { type FilePath, writeBankFile, writeWrittenTest } from './writeBankFiles.ts'

/**
 * The text files of a course by path: inverse to `parseCourseFolder`. The same course gives the same bytes. Media are
 * linked by the paths that `course.media` gives; their files are the caller's to put there.
 */
export function composeCourseFolder(course: CourseFolder): ReadonlyMap<string, string> {
  const modules = nameEverything(course)
  const paths = pathsOf(course, modules)
  const files = new Map<string, string>()
  const put = (locale: Locale, path: string, text: string) => files.set(localized(course, locale, path), text)

  const context: Context = { course, paths, files }
  put(course.language, 'course.yaml', courseYaml(course, modules, paths))
  for (const [locale, text] of translationsOf(course.text, course.language)) put(locale, 'course.yaml', yaml(text))
  for (const { module, lessons } of modules) {
    for (const [locale, text] of entriesOf(module.text)) put(locale, `${module.name}/module.yaml`, yaml(text))
    for (const lesson of lessons) {
      for (const locale of locales) writeLesson({ lesson, path: `${module.name}/${lesson.name}`, locale, context, put })
    }
  }
  for (const { name, questions } of course.banks) {
    const file = `${bankFolder}/${name}.yaml`
    put(course.language, file, writeBankFile({ questions, pathFor: mediumPaths({ file, paths }) }))
  }
  return new Map([...files].sort(([one], [two]) => (one < two ? -1 : 1)))
}

type NamedModule = { module: FolderModule; lessons: FolderLesson[] }
type Paths = { media: ReadonlyMap<string, string>; lessons: ReadonlyMap<string, { path: string; lesson: FolderLesson }> }
type Context = { course: CourseFolder; paths: Paths; files: ReadonlyMap<string, string> }
type Put = (locale: Locale, path: string, text: string) => void

function nameEverything(course: CourseFolder): NamedModule[] {
  const names = chooseNames(
    course.modules.map(({ name, slug }) => ({ name, slug, isAssignment: false })),
    { ordered: false },
  )
  return course.modules.map((module, index) => {
    const lessonNames = chooseNames(
      module.lessons.map(({ name, slug, kind }) => ({ name, slug, isAssignment: kind === 'assignment' })),
      { ordered: true },
    )
    const lessons = module.lessons.map((lesson, order) => ({ ...lesson, name: lessonNames[order] ?? lesson.slug }))
    return { module: { ...module, name: names[index] ?? module.slug }, lessons }
  })
}

function pathsOf(course: CourseFolder, modules: NamedModule[]): Paths {
  const lessons = new Map<string, { path: string; lesson: FolderLesson }>()
  for (const { module, lessons: own } of modules) {
    for (const lesson of own) {
      lessons.set(`${course.course.slug}/${module.slug}/${lesson.slug}`, { path: `${module.name}/${lesson.name}`, lesson })
    }
  }
  return { lessons, media: new Map(course.media.map(({ sha256, path }) => [sha256, path])) }
}

function courseYaml(course: CourseFolder, modules: NamedModule[], paths: Paths): string {
  const { slug, level, tags, subject, licence, source, authors, access, price, prerequisites, hue } = course.course
  const languages = locales.filter((locale) => course.text[locale])
  const cover = course.cover === undefined ? undefined : paths.media.get(course.cover)
  const text = course.text[course.language] ?? { title: slug, summary: '' }
  const head = { slug, title: text.title, summary: text.summary, language: course.language, languages, level, tags, subject }
  const rest = {
    licence,
    source,
    authors,
    access,
    price,
    prerequisites,
    cover: cover === undefined ? undefined : encodePath(cover),
    hue,
  }
  return yaml({ ...head, ...rest, modules: modules.map(({ module }) => module.name) })
}

function writeLesson({
  lesson,
  path,
  locale,
  context,
  put,
}: {
  lesson: FolderLesson
  path: string
  locale: Locale
  context: Context
  put: Put
}): void {
  const text = lesson.text[locale]
  const isOwn = locale === context.course.language
  if (text) {
    const structure = isOwn ? structureOf(lesson) : {}
    const front = yaml({ title: text.title, summary: text.summary || undefined, ...structure })
    const file = localized(context.course, locale, `${path}.md`)
    put(locale, `${path}.md`, `---\n${front}---\n\n${writeBody({ body: text.body, file, locale, context })}`)
  }
  for (const test of lesson.tests) {
    const content = test.form === 'gift' ? test.text[locale] : undefined
    if (content) put(locale, `${path}.${test.key}.gift`, writeTestFile({ ...content, settings: isOwn ? test.settings : {} }))
    if (test.form === 'yaml' && isOwn) {
      const file = `${path}.${test.key}.yaml`
      const isSaid = test.placement === 'embedded' || test.placement === placementOfKey(test.key)
      const placement = isSaid || test.placement === 'embedded' ? undefined : test.placement
      put(locale, file, writeWrittenTest({ test, placement, pathFor: mediumPaths({ file, paths: context.paths }) }))
    }
  }
}

function mediumPaths({ file, paths }: { file: string; paths: Paths }): FilePath {
  return (medium) => {
    const path = paths.media.get(medium.replace(/^sha256:/, ''))
    // Round brackets end an address in Markdown.
    return (
      path &&
      encodePath(relativePath(directoryOf(file), path))
        .replaceAll('(', '%28')
        .replaceAll(')', '%29')
    )
  }
}

function structureOf({ minutes, preview, completion, kind }: FolderLesson): Record<string, unknown> {
  const isPlain = completion !== undefined && (completion.kind === 'viewed' || completion.kind === 'done')
  return {
    minutes,
    preview: preview || undefined,
    completion: isPlain ? completion.kind : completion,
    kind: kind === 'assignment' ? kind : undefined,
  }
}

function writeBody({ body, file, locale, context }: { body: RichText; file: string; locale: Locale; context: Context }): string {
  const { course, paths } = context
  const directory = directoryOf(file)
  const wayTo = (path: string) => encodePath(relativePath(directory, path))
  return richTextToMarkdown({
    richText: body,
    imageFor: (media) => {
      const path = paths.media.get(media.replace(/^sha256:/, ''))
      return path === undefined ? media : wayTo(path)
    },
    linkFor: (url) => {
      const [, target, anchor] = /^lesson:([^#]+)(#.*)?$/s.exec(url) ?? []
      const found = target === undefined ? undefined : paths.lessons.get(target)
      if (!found) return url
      const key = anchor?.startsWith('#test-') ? anchor.slice('#test-'.length) : undefined
      const test = found.lesson.tests.find((one) => one.key === key)
      const name = test ? `${found.path}.${test.key}.${test.form}` : `${found.path}.md`
      const translated = test?.form === 'gift' ? test.text : test ? {} : found.lesson.text
      const isTranslated = translated[locale] !== undefined
      return wayTo(localized(course, isTranslated ? locale : course.language, name)) + (test ? '' : (anchor ?? ''))
    },
  })
}

function localized(course: CourseFolder, locale: Locale, path: string): string {
  return locale === course.language ? path : `i18n/${locale}/${path}`
}

function entriesOf(text: LocalizedText): [Locale, { title: string; summary: string }][] {
  return locales.flatMap((locale) => (text[locale] ? [[locale, text[locale]]] : []))
}

function translationsOf(text: LocalizedText, language: Locale): [Locale, { title: string; summary: string }][] {
  return entriesOf(text).filter(([locale]) => locale !== language)
}

/** Keys that are undefined or empty lists are left out. */
function yaml(value: Record<string, unknown>): string {
  const present = Object.entries(value).filter(([, one]) => one !== undefined && !(Array.isArray(one) && one.length === 0))
  return stringify(Object.fromEntries(present), { lineWidth: 0, defaultStringType: 'PLAIN' })
}
