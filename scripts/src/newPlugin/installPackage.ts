import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Result, success } from '@lectern/content-schemas/result'
import { addToList } from './addToLists.ts'
import type { ListEntries } from './generateQuestionType.ts'
import { formatFiles, runTool } from './runTool.ts'

export const lists = {
  cms: { path: 'cms/src/plugins.ts', listName: 'plugins' },
  site: { path: 'site/learn.config.ts', listName: 'extensions' },
} as const

/**
 * Adds a linked package to both lists and renews the list of the admin's components. Errors: those of `addToList`; then
 * neither list is changed. Throws when a program that it needs fails, with what the program said.
 */
export function installPackage({ root, entries }: { root: string; entries: ListEntries }): Result<void> {
  const changed = (['cms', 'site'] as const).map((list) => {
    const path = join(root, lists[list].path)
    const text = readFileSync(path, 'utf8')
    return { path, result: addToList({ text, listName: lists[list].listName, entry: entries[list] }) }
  })
  for (const { result } of changed) if (!result.ok) return result
  for (const { path, result } of changed) if (result.ok) writeFileSync(path, result.value)
  formatFiles({ root, paths: changed.map(({ path }) => path) })
  runTool({ root, program: process.execPath, args: [join(root, 'scripts/src/lectern.ts'), 'import-map'] })
  return success(undefined)
}
