import { fileURLToPath } from 'node:url'
import type { SiteExtension, SiteNavigationEntry } from '@lectern/kernel/astro'

/** Code of the modules that the site imports its extensions from, by name; `src/env.d.ts` says what they export. */
export function virtualModules(extensions: SiteExtension[]): Record<string, string> {
  return {
    'lectern:files': filesModule(extensions),
    'lectern:messages': messagesModule(extensions),
    'lectern:navigation': navigationModule(extensions),
    'lectern:pages': pagesModule(extensions),
    'lectern:question-renderers': renderersModule(extensions),
    'lectern:slots': slotsModule(extensions),
    'lectern:styles': stylesModule(extensions),
  }
}

function messagesModule(extensions: SiteExtension[]): string {
  const messages = Object.fromEntries(extensions.map(({ name, messages }) => [name, messages ?? {}]))
  return `export const messages = ${JSON.stringify(messages)}`
}

function filesModule(extensions: SiteExtension[]): string {
  const files = extensions.flatMap(({ files = [] }) => files)
  const imports = files.map(({ make }, index) => `import make${index} from ${quote(make)}`)
  const values = files.map(({ path }, index) => `{ path: ${JSON.stringify(path)}, make: make${index} }`)
  return [...imports, `export const files = [${values.join(', ')}]`].join('\n')
}

function navigationModule(extensions: SiteExtension[]): string {
  const entries = extensions.flatMap(({ name, navigation = [] }) =>
    navigation.map((entry) => ({ extension: name, audience: 'everyone', ...entry })),
  )
  return `export const navigation = ${JSON.stringify(inOrder(entries))}`
}

function pagesModule(extensions: SiteExtension[]): string {
  const pages = extensions.flatMap(({ name, pages = [] }) => pages.map((page) => ({ extension: name, ...page })))
  const imports = pages.flatMap(({ component, entries }, index) => [
    `import Page${index} from ${quote(component)}`,
    ...(entries ? [`import entries${index} from ${quote(entries)}`] : []),
  ])
  const values = pages.map(({ extension, path, title, description, index = true, entries }, number) => {
    const plain = JSON.stringify({ extension, path, title, description, index })
    return `{ ...${plain}, Component: Page${number}${entries ? `, entries: entries${number}` : ''} }`
  })
  return [...imports, `export const pages = [${values.join(', ')}]`].join('\n')
}

function slotsModule(extensions: SiteExtension[]): string {
  const entries = inOrder(extensions.flatMap(({ name, slots = [] }) => slots.map((entry) => ({ extension: name, ...entry }))))
  const imports = entries.map(({ component }, index) => `import Slot${index} from ${quote(component)}`)
  const values = entries.map(
    ({ extension, slot }, index) => `{ ...${JSON.stringify({ extension, slot })}, Component: Slot${index} }`,
  )
  return [...imports, `export const slotEntries = [${values.join(', ')}]`].join('\n')
}

/** The site's own come first. Every page imports this module and no other styles: they become one file. */
function stylesModule(extensions: SiteExtension[]): string {
  const files = [new URL('../styles/index.css', import.meta.url), ...extensions.flatMap(({ styles = [] }) => styles)]
  return files.map((file) => `import ${quote(file)}`).join('\n')
}

/** Each package is a chunk of its own, and so is each renderer in it. */
function renderersModule(extensions: SiteExtension[]): string {
  const files = extensions.map(({ questionRenderers }) => questionRenderers).filter((file) => file !== undefined)
  return `export const rendererPackages = [${files.map((file) => `() => import(${quote(file)})`).join(', ')}]`
}

function inOrder<Entry extends Pick<SiteNavigationEntry, 'order'>>(entries: Entry[]): Entry[] {
  return entries.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
}

function quote(file: URL): string {
  return JSON.stringify(fileURLToPath(file))
}
