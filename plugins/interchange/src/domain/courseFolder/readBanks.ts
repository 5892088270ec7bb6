import type { Locale } from '@lectern/content-schemas'
import { readBankFile } from './bankFiles.ts'
import { fileResolver } from './fileResolver.ts'
import type { LinkTargets } from './links.ts'
import type { FolderBank, FolderModule, Report } from './types.ts'

/** The folder of the questions that belong to no lesson. */
export const bankFolder = 'questions'

/** The files of questions of a course, by name. */
export function readBanks({
  language,
  targets,
  report,
}: {
  language: Locale
  targets: LinkTargets
  report: Report
}): FolderBank[] {
  // A module of that name has its tests there.
  if (targets.files.texts.has(`${bankFolder}/module.yaml`)) return []
  const banks = new Map<string, FolderBank>()
  for (const [file, text] of targets.files.texts) {
    const name = /^questions\/([A-Za-z0-9][A-Za-z0-9._-]*)\.(?:ya?ml|json)$/.exec(file)?.[1]
    if (name === undefined) continue
    if (banks.has(name)) {
      report({ severity: 'error', code: 'BANK_DUPLICATE', file, message: `There is another file of questions called ${name}.` })
      continue
    }
    const resolveFile = fileResolver({ file, targets, report })
    banks.set(name, { name, questions: readBankFile({ text, file, language, resolveFile, report }) })
  }
  return [...banks.values()].sort((one, two) => (one.name < two.name ? -1 : 1))
}

/** Reports names that several questions of the bank have, and names in tests that none has. */
export function reportNames({ modules, banks, report }: { modules: FolderModule[]; banks: FolderBank[]; report: Report }): void {
  const names = new Map<string, string>()
  for (const { name: bank, questions } of banks) {
    for (const { name, line } of questions) {
      if (name === undefined) continue
      const file = `${bankFolder}/${bank}.yaml`
      const other = names.get(name)
      if (other !== undefined) {
        const message = `${other} has a question called "${name}" too.`
        report({ severity: 'error', code: 'QUESTION_NAME_DUPLICATE', file, line, message })
      } else names.set(name, file)
    }
  }
  for (const module of modules) {
    for (const lesson of module.lessons) {
      for (const test of lesson.tests) {
        if (test.form !== 'yaml') continue
        const file = `${module.name}/${lesson.name}.${test.key}.yaml`
        for (const item of test.items) {
          if (item.kind !== 'named' || names.has(item.name)) continue
          const message = `No question of the bank is called "${item.name}".`
          report({ severity: 'error', code: 'QUESTION_NAME_UNKNOWN', file, line: item.line, message })
        }
      }
    }
  }
}
