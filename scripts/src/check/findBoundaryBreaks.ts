import { dirname, join, normalize } from 'node:path/posix'
import { findCycles } from './findCycles.ts'
import { findImpurities } from './findImpurities.ts'
import type { Finding } from './findNakedCalls.ts'
import { lineOf, type Source } from './readSources.ts'

/** One import as written. `typeOnly`: it is gone when the program runs. */
type Import = { specifier: string; typeOnly: boolean; offset: number }

/** The one way around a package's exports: the settings must load without all of Payload. */
const exceptions = new Set(['scripts/src/env.ts → plugins/kernel/src/secrets.ts'])

const outsidePackages =
  /^(node:|payload$|payload\/|@payloadcms\/|pg$|next$|next\/|react$|react\/|react-dom|graphile-worker|jose$)/
/** Of another plugin, what may be used when the program runs. */
const sharedEntries = /^@lectern\/[a-z]+\/(types|events|schemas|registry)$/
const siteEntries = /^@lectern\/[a-z]+\/(site|astro|schemas|types)(\/[a-zA-Z]+)?$/

/** The only files that name packages from outside, so that installing one is an entry in each. */
const extensionLists = new Set(['cms/src/plugins.ts', 'site/learn.config.ts'])

function isExtension(specifier: string): boolean {
  return /^lectern-question-/.test(specifier)
}

/** Who may import whom (docs/architecture.md), and that no files import each other in a circle. */
export function findBoundaryBreaks({ sources }: { sources: Source[] }): Finding[] {
  const paths = new Set(sources.map(({ path }) => path))
  const edges = new Map<string, string[]>()
  const findings = sources.flatMap((source) => {
    const imports = importsOf(source)
    const targets = imports
      .filter(({ typeOnly }) => !typeOnly)
      .map(({ specifier }) => resolveRelative({ path: source.path, specifier }))
    edges.set(
      source.path,
      targets.filter((target): target is string => target !== null && paths.has(target)),
    )
    const broken = imports.flatMap((imported) => {
      const message = objectionTo({ source, imported })
      return message ? [{ path: source.path, line: lineOf({ source, offset: imported.offset }), message }] : []
    })
    return [...broken, ...(isDomain(source) ? findImpurities({ source }) : [])]
  })
  const cycles = findCycles({ edges }).map((cycle) => ({
    path: cycle[0] ?? '',
    line: 1,
    message: `These files import each other in a circle: ${cycle.join(' → ')}.`,
  }))
  return [...findings, ...cycles]
}

function objectionTo({ source, imported }: { source: Source; imported: Import }): string | null {
  const { specifier, typeOnly } = imported
  const room = roomOf(source.path)
  // The tests of the whole stand outside: they start the CMS and use the browser that scripts/ finds.
  if (room === 'test') return null
  const target = resolveRelative({ path: source.path, specifier })
  if (target !== null) {
    const free = exceptions.has(`${source.path} → ${target}`)
    if (!free && roomOf(target) !== room) return `“${specifier}” leaves ${room}; use the package’s exports.`
    if (isDomain(source) && !typeOnly && !target.includes('/src/domain/'))
      return `“${specifier}”: domain code imports domain code and content-schemas only.`
    return null
  }
  if (/^@lectern\/(cms|site|scripts)(\/|$)/.test(specifier)) return `Nobody imports ${specifier}.`
  if (isExtension(specifier) && !extensionLists.has(source.path)) {
    return `“${specifier}” is installed by ${[...extensionLists].join(' and ')}; nothing else knows it.`
  }
  if (source.isTest) return null
  if (room === 'content-schemas') return specifier === 'zod' ? null : `content-schemas imports zod only, not “${specifier}”.`
  const lectern = specifier.startsWith('@lectern/')
  if (isDomain(source)) {
    const forbidden = outsidePackages.test(specifier) || (lectern && !specifier.startsWith('@lectern/content-schemas'))
    return forbidden && !typeOnly ? `Domain code is pure: not “${specifier}”.` : null
  }
  if (!lectern || specifier.startsWith('@lectern/content-schemas')) return null
  if (room === 'site')
    return siteEntries.test(specifier) || typeOnly ? null : `The site uses a plugin’s /site or /astro, not “${specifier}”.`
  if (room.startsWith('examples/') && !typeOnly) {
    const allowed =
      /^@lectern\/kernel(\/|$)/.test(specifier) || /^@lectern\/questions\/kit\//.test(specifier) || sharedEntries.test(specifier)
    return allowed ? null : `A package of its own uses the kernel and what plugins offer to others, not “${specifier}”.`
  }
  if (room.startsWith('plugins/') && !typeOnly) {
    const own = `@lectern/${room.slice('plugins/'.length)}`
    const kernel = specifier === '@lectern/kernel' || specifier.startsWith('@lectern/kernel/')
    const allowed =
      specifier === own ||
      specifier.startsWith(`${own}/`) ||
      (kernel && room !== 'plugins/kernel') ||
      sharedEntries.test(specifier)
    return allowed ? null : `A plugin uses another one’s types, events and registries only, not “${specifier}”.`
  }
  return null
}

function importsOf(source: Source): Import[] {
  const { staticImports, staticExports, dynamicImports } = source.parsed.module
  return [
    ...staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
      offset: moduleRequest.start,
    })),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType, offset: moduleRequest.start }] : [],
      ),
    ),
    // A computed one cannot be judged and has no quotes around it.
    ...dynamicImports.flatMap(({ moduleRequest }) => {
      const specifier = /^['"`](.*)['"`]$/.exec(source.text.slice(moduleRequest.start, moduleRequest.end))?.[1]
      return specifier ? [{ specifier, typeOnly: false, offset: moduleRequest.start }] : []
    }),
  ]
}

function resolveRelative({ path, specifier }: { path: string; specifier: string }): string | null {
  return specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : null
}

/** `plugins/grading`, `examples/question-number-line`, `cms`, … */
function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'plugins' || first === 'examples' ? `${first}/${second}` : first
}

function isDomain(source: Source): boolean {
  return /^plugins\/[^/]+\/src\/domain\//.test(source.path) && !source.isTest
}
