import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { rootFolder } from './env.ts'
import { generateQuestionType } from './newPlugin/generateQuestionType.ts'
import { installPackage, lists } from './newPlugin/installPackage.ts'
import { formatFiles, linkPackages } from './newPlugin/runTool.ts'

const usage = `npm run new-plugin -- question-type <name> [--title "Clock reading"] [--title-ru "Время по часам"] [--folder <folder>] [--install]

Writes a working package of a question type and links it; the default folder is examples/question-<name>. --install adds it to
the two lists and renews the list of the admin's components.
`

process.exit(main(process.argv.slice(2)))

/** 0 done, 1 failed, 2 not understood. */
function main(args: string[]): number {
  const parsed = parse(args)
  if (typeof parsed === 'string') return complain({ message: `${parsed}\n\n${usage}`, code: 2 })
  const { name, title, titleRu, install } = parsed
  const folder = parsed.folder ?? join(rootFolder, 'examples', `question-${name}`)
  const generated = generateQuestionType({ root: rootFolder, folder, type: { name, titleEn: title, titleRu } })
  if (!generated.ok)
    return complain({ message: generated.error.message, code: generated.error.code === 'FOLDER_NOT_EMPTY' ? 1 : 2 })
  const { packageName, files, entries } = generated.value
  if (isInside(folder)) {
    formatFiles({ root: rootFolder, paths: [join(folder, 'src')] })
    linkPackages({ root: rootFolder })
  }
  process.stdout.write(`${packageName} is in ${folder}:\n${files.map((file) => `  ${file}\n`).join('')}\n`)
  if (!install) {
    process.stdout.write(`${inWords({ list: 'cms', entries })}${inWords({ list: 'site', entries })}`)
    if (!isInside(folder))
      process.stdout.write(`Outside examples it is a dependency like any other: add ${packageName} to cms and site.\n`)
    process.stdout.write('Then: npm run lectern -- import-map, and npm start.\n')
    return 0
  }
  const installed = installPackage({ root: rootFolder, entries })
  if (!installed.ok) return complain({ message: installed.error.message, code: 1 })
  process.stdout.write('It is in both lists. Look at it with: npm start\n')
  return 0
}

/** Packages directly below `examples` are linked without being named among the dependencies. */
function isInside(folder: string): boolean {
  return dirname(folder) === join(rootFolder, 'examples')
}

type Wanted = { name: string; title: string; titleRu: string; folder: string | undefined; install: boolean }

/** What is wanted, or what is wrong with the call. */
function parse(args: string[]): Wanted | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        title: { type: 'string' },
        'title-ru': { type: 'string' },
        folder: { type: 'string' },
        install: { type: 'boolean', default: false },
      },
    })
    const [kind, name, ...rest] = positionals
    if (kind !== 'question-type') return `There is no kind of plugin “${kind ?? ''}”.`
    if (name === undefined || rest.length > 0) return 'One name is needed.'
    const title = values.title ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')
    const typedIn = process.env.INIT_CWD ?? process.cwd()
    const folder = values.folder === undefined ? undefined : resolve(typedIn, values.folder)
    return { name, title, titleRu: values['title-ru'] ?? title, folder, install: values.install }
  } catch (error) {
    // parseArgs throws for options that it does not know, with a sentence.
    return error instanceof Error ? error.message : String(error)
  }
}

function inWords({ list, entries }: { list: 'cms' | 'site'; entries: Parameters<typeof installPackage>[0]['entries'] }): string {
  const { specifier, imported, entry } = entries[list]
  return `${lists[list].path}:\n  import { ${imported} } from '${specifier}'\n  ${entry},\n\n`
}

function complain({ message, code }: { message: string; code: number }): number {
  process.stderr.write(`${message}\n`)
  return code
}
