import type { CourseYaml } from '@lectern/content-schemas'
import { slugOfName, slugProblem } from './paths.ts'
import type { FolderFiles, Report } from './types.ts'

export type ListedModule = { name: string; lessons: { name: string; testKeys: string[] }[] }

/** What the names of the files say: modules as course.yaml orders them, their lessons by name, and the lessons' tests. */
export function listModules({ yaml, files, report }: { yaml: CourseYaml; files: FolderFiles; report: Report }): ListedModule[] {
  const folders = filesByFolder(files)
  const error = (code: string, file: string, message: string) => report({ severity: 'error', code, file, message })
  const seen = new Map<string, string>()
  const modules = yaml.modules.flatMap((name): ListedModule[] => {
    const names = folders.get(name)
    if (!names) {
      error('MODULE_MISSING', 'course.yaml', `There is no folder ${name}.`)
      return []
    }
    const problem = slugProblem(name, name)
    if (problem) report(problem)
    const other = seen.get(slugOfName(name))
    if (other !== undefined) error('SLUG_DUPLICATE', name, `${other} has the same address.`)
    seen.set(slugOfName(name), name)
    return problem || other !== undefined ? [] : [{ name, lessons: listLessons({ module: name, names, report }) }]
  })
  for (const folder of folders.keys()) {
    const isForgotten = files.texts.has(`${folder}/module.yaml`) && !yaml.modules.includes(folder)
    if (isForgotten)
      report({ severity: 'warning', code: 'MODULE_NOT_LISTED', file: folder, message: 'course.yaml does not list this module.' })
  }
  return modules
}

function listLessons({ module, names, report }: { module: string; names: string[]; report: Report }): ListedModule['lessons'] {
  const seen = new Map<string, string>()
  const lessons = new Map<string, string[]>()
  const stems = names.flatMap((name) => (name.endsWith('.md') ? [name.slice(0, -3)] : [])).sort()
  for (const stem of stems) {
    const file = `${module}/${stem}.md`
    const problem = slugProblem(stem, file)
    const other = seen.get(slugOfName(stem))
    if (problem) report(problem)
    else if (other !== undefined)
      report({ severity: 'error', code: 'SLUG_DUPLICATE', file, message: `${other} has the same address.` })
    else lessons.set(stem, [])
    seen.set(slugOfName(stem), `${stem}.md`)
  }
  for (const name of names.filter((one) => one.endsWith('.gift')).sort()) {
    const [, stem, key] = /^(.+)\.([a-z0-9]+(?:-[a-z0-9]+)*)\.gift$/.exec(name) ?? []
    const keys = stem === undefined ? undefined : lessons.get(stem)
    if (keys && key) keys.push(key)
    else {
      const message = 'A test is named <lesson>.<key>.gift after a lesson of its folder.'
      report({ severity: 'error', code: 'TEST_WITHOUT_LESSON', file: `${module}/${name}`, message })
    }
  }
  return [...lessons].map(([name, testKeys]) => ({ name, testKeys }))
}

/** Names of the text files directly in each top-level folder. */
function filesByFolder(files: FolderFiles): Map<string, string[]> {
  const folders = new Map<string, string[]>()
  for (const path of files.texts.keys()) {
    const [folder, name, deeper] = path.split('/')
    if (folder === undefined || name === undefined || deeper !== undefined) continue
    const names = folders.get(folder) ?? []
    names.push(name)
    folders.set(folder, names)
  }
  return folders
}
