import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { failure, type Result, success } from '@lectern/content-schemas/result'

export type NewQuestionType = { name: string; titleEn: string; titleRu: string }
/** `files` are paths in the folder of the package; `entries` what is added to the two lists. */
export type GeneratedPackage = { packageName: string; files: string[]; entries: ListEntries }
export type ListEntry = { specifier: string; imported: string; entry: string }
export type ListEntries = { cms: ListEntry; site: ListEntry }

const templates = fileURLToPath(new URL('../../templates/question-type/', import.meta.url))
const nameForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const longestName = 40

/**
 * Writes the package of a question type into an empty or new folder. Errors: `NAME_INVALID`, `TITLE_INVALID`,
 * `FOLDER_NOT_EMPTY`; then nothing is written.
 */
export function generateQuestionType({
  root,
  folder,
  type: { name, titleEn, titleRu },
}: {
  root: string
  folder: string
  type: NewQuestionType
}): Result<GeneratedPackage> {
  if (!nameForm.test(name) || name.length > longestName) {
    return failure({
      code: 'NAME_INVALID',
      message: `“${name}” is no name: small letters and digits with hyphens between, as in clock-reading.`,
    })
  }
  if ([titleEn, titleRu].some((title) => /['\\\n]/.test(title) || title.trim() === '')) {
    return failure({ code: 'TITLE_INVALID', message: 'A title is one line without quotation marks.' })
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    return failure({ code: 'FOLDER_NOT_EMPTY', message: `There is something in ${folder} already.` })
  }
  const camel = name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  const pascal = camel.charAt(0).toUpperCase() + camel.slice(1)
  const words = { type: name, camel, Pascal: pascal, titleEn, titleRu, folder: relative(root, folder).replaceAll('\\', '/') }
  const files = templateFiles().map((template) => {
    const path = template.replace('__camel__', camel).replace(/\.tmpl$/, '')
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), fillIn({ text: readFileSync(join(templates, template), 'utf8'), words }))
    return path
  })
  const packageName = `lectern-question-${name}`
  return success({
    packageName,
    files,
    entries: {
      cms: { specifier: packageName, imported: `${camel}Plugin`, entry: `${camel}Plugin()` },
      site: { specifier: `${packageName}/astro`, imported: `${camel}Site`, entry: `${camel}Site` },
    },
  })
}

function templateFiles(): string[] {
  return readdirSync(templates, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(templates, path)).isFile())
    .sort()
}

function fillIn({ text, words }: { text: string; words: Record<string, string> }): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (written, name: string) => words[name] ?? written)
}
