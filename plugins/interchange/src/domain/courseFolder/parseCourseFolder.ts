import {
  type CourseYaml,
  courseYamlSchema,
  courseYamlTranslationSchema,
  type FolderProblem,
  type Locale,
  locales,
  moduleYamlSchema,
} from '@lectern/content-schemas'
import type { z } from 'zod'
import { createLinkResolver, type LinkTargets } from './links.ts'
import { type ListedModule, listModules } from './listModules.ts'
import { parseLesson } from './parseLesson.ts'
import { slugOfName } from './paths.ts'
import { readBanks, reportNames } from './readBanks.ts'
import { reportTranslations } from './translations.ts'
import type { CourseFolder, FolderFiles, FolderModule, FolderReport, LocalizedText, Report } from './types.ts'
import { readYaml } from './yaml.ts'

/**
 * A course from the files of its folder. Pure. `course` is null when `course.yaml` or the default language cannot be used;
 * with other errors it holds what could be read. Problems are sorted by file and line.
 */
export function parseCourseFolder(files: FolderFiles): FolderReport {
  const problems: FolderProblem[] = [...files.problems]
  const report: Report = (problem) => problems.push(problem)
  const course = readCourse(files, report)
  return { course, problems: problems.sort(compareProblems) }
}

function readCourse(files: FolderFiles, report: Report): CourseFolder | null {
  const file = 'course.yaml'
  const text = files.texts.get(file)
  if (text === undefined) {
    report({ severity: 'error', code: 'COURSE_YAML_MISSING', file, message: 'A course folder has a course.yaml.' })
    return null
  }
  const yaml = readYaml({ text, schema: courseYamlSchema, file, report })
  if (!yaml) return null
  const language = locales.find((locale) => locale === yaml.language)
  if (!language) {
    report({
      severity: 'error',
      code: 'LANGUAGE_NOT_INSTALLED',
      file,
      message: `The language ${yaml.language} is not installed.`,
    })
    return null
  }
  const listed = listModules({ yaml, files, report })
  const translations = reportTranslations({ yaml, language, listed, files, report })
  const media = new Map<string, string>()
  const targets = createTargets({ yaml, listed, files, media })
  const modules = listed.map((module) => readModule({ module, language, translations, targets, report }))
  const banks = readBanks({ language, targets, report })
  reportNames({ modules, banks, report })
  const cover = readCover({ yaml, targets, report })
  const { modules: _modules, title, summary, language: _language, languages: _languages, cover: _cover, ...rest } = yaml
  const own = { [language]: { title, summary } }
  const courseText = readTexts({ own, path: file, schema: courseYamlTranslationSchema, translations, files, report })
  const used = [...media].map(([sha256, path]) => ({ sha256, path })).sort((one, two) => (one.path < two.path ? -1 : 1))
  return { course: rest, language, text: courseText, cover, modules, banks, media: used }
}

function createTargets({
  yaml,
  listed,
  files,
  media,
}: {
  yaml: CourseYaml
  listed: ListedModule[]
  files: FolderFiles
  media: Map<string, string>
}): LinkTargets {
  const lessons = new Map<string, string>()
  const tests = new Map<string, string>()
  for (const module of listed) {
    for (const lesson of module.lessons) {
      const path = `${yaml.slug}/${slugOfName(module.name)}/${slugOfName(lesson.name)}`
      lessons.set(`${module.name}/${lesson.name}.md`, path)
      for (const { key, file } of lesson.tests) tests.set(`${module.name}/${file}`, `${path}#test-${key}`)
    }
  }
  const useMedium = (path: string, sha256: string) => {
    const known = media.get(sha256)
    if (known === undefined || path < known) media.set(sha256, path)
  }
  return { lessons, tests, files, useMedium }
}

function readModule({
  module,
  language,
  translations,
  targets,
  report,
}: {
  module: ListedModule
  language: Locale
  translations: readonly Locale[]
  targets: LinkTargets
  report: Report
}): FolderModule {
  const path = `${module.name}/module.yaml`
  const source = targets.files.texts.get(path)
  const own: LocalizedText = {}
  if (source === undefined)
    report({ severity: 'error', code: 'MODULE_YAML_MISSING', file: path, message: 'A module has a module.yaml.' })
  else {
    const yaml = readYaml({ text: source, schema: moduleYamlSchema, file: path, report })
    if (yaml) own[language] = yaml
  }
  const text = readTexts({ own, path, schema: moduleYamlSchema, translations, files: targets.files, report })
  const lessons = module.lessons.flatMap(({ name, tests }) => {
    const lesson = parseLesson({ module: module.name, name, tests, language, translations, targets, report })
    return lesson ? [lesson] : []
  })
  return { name: module.name, slug: slugOfName(module.name), text, lessons }
}

/** Adds the translations of a title and summary to those of the default language. */
function readTexts({
  own,
  path,
  schema,
  translations,
  files,
  report,
}: {
  own: LocalizedText
  path: string
  schema: z.ZodType<{ title?: string | undefined; summary?: string | undefined }>
  translations: readonly Locale[]
  files: FolderFiles
  report: Report
}): LocalizedText {
  const text = { ...own }
  for (const locale of translations) {
    const file = `i18n/${locale}/${path}`
    const source = files.texts.get(file)
    const yaml = source === undefined ? null : readYaml({ text: source, schema, file, report })
    if (yaml?.title) text[locale] = { title: yaml.title, summary: yaml.summary ?? '' }
  }
  return text
}

function readCover({ yaml, targets, report }: { yaml: CourseYaml; targets: LinkTargets; report: Report }): string | undefined {
  if (!yaml.cover) return undefined
  const resolver = createLinkResolver({ file: 'course.yaml', lineOffset: 0, targets, report })
  const file = resolver.resolveImage(yaml.cover, 1)
  return file && 'media' in file ? file.media.slice('sha256:'.length) : undefined
}

function compareProblems(one: FolderProblem, two: FolderProblem): number {
  if (one.file !== two.file) return one.file < two.file ? -1 : 1
  return (one.line ?? 0) - (two.line ?? 0)
}
