import { type CourseYaml, type Locale, locales } from '@lectern/content-schemas'
import type { ListedModule } from './listModules.ts'
import { splitLocale } from './paths.ts'
import type { FolderFiles, Report } from './types.ts'

/**
 * The installed languages that the folder has translations for. Reports languages that are not installed, once each
 * (LOCALE_NOT_INSTALLED), and translated files without their original (TRANSLATION_WITHOUT_DEFAULT).
 */
export function reportTranslations({
  yaml,
  language,
  listed,
  files,
  report,
}: {
  yaml: CourseYaml
  language: Locale
  listed: ListedModule[]
  files: FolderFiles
  report: Report
}): Locale[] {
  const originals = new Set(['course.yaml', ...listed.flatMap(pathsOf)])
  const found = new Set<string>((yaml.languages ?? []).filter((tag) => tag !== language))
  for (const file of files.texts.keys()) {
    const { locale, path } = splitLocale(file)
    if (locale === null) continue
    found.add(locale)
    const isInstalled = locales.some((installed) => installed === locale)
    if (isInstalled && !originals.has(path)) {
      report({
        severity: 'error',
        code: 'TRANSLATION_WITHOUT_DEFAULT',
        file,
        message: `There is no ${path} that this translates.`,
      })
    }
  }
  for (const tag of [...found].sort()) {
    if (locales.some((installed) => installed === tag)) continue
    report({
      severity: 'warning',
      code: 'LOCALE_NOT_INSTALLED',
      file: `i18n/${tag}`,
      message: `The language ${tag} is not installed; its texts were left out.`,
    })
  }
  return locales.filter((locale) => locale !== language && found.has(locale))
}

/** Files of other kinds have all languages in them. */
function isTranslatedByFile(file: string): boolean {
  return file.endsWith('.gift')
}

function pathsOf(module: ListedModule): string[] {
  const lessons = module.lessons.flatMap(({ name, tests }) => [
    `${name}.md`,
    ...tests.map(({ file }) => file).filter(isTranslatedByFile),
  ])
  return ['module.yaml', ...lessons].map((name) => `${module.name}/${name}`)
}
