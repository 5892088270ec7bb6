import type { CourseYaml } from '@lectern/content-schemas'
import { slugOfName, slugProblem } from './paths.ts'
import type { FolderFiles, Report } from './types.ts'

export type ListedModule = { name: string; lessons: ListedLesson[] }
export type ListedLesson = { name: string; tests: ListedTest[] }
/** `file` is the name of the test's file in its module. */
export type ListedTest = { key: string; file: string }

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
  const lessons = new Map<string, ListedTest[]>()
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
  for (const name of names.filter((one) => isTestFile(one)).sort()) {
    const [, stem, key = ''] = /^(.+)\.([a-z0-9]+(?:-[a-z0-9]+)*)\.[a-z]+$/.exec(name) ?? []
    const tests = stem === undefined ? undefined : lessons.get(stem)
    const file = `${module}/${name}`
    if (!tests) {
      const message = 'A test is named <lesson>.<key>.gift, .yaml, .json or .xml after a lesson of its folder.'
      report({ severity: 'error', code: 'TEST_WITHOUT_LESSON', file, message })
    } else if (tests.some((test) => test.key === key)) {
      report({ severity: 'error', code: 'TEST_DUPLICATE', file, message: `The lesson has another test "${key}".` })
    } else tests.push({ key, file: name })
  }
  return [...lessons].map(([name, tests]) => ({ name, tests }))
}

function isTestFile(name: string): boolean {
  return /\.(?:gift|ya?ml|json|xml)$/.test(name) && name !== 'module.yaml'
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
