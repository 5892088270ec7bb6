import { locales } from '@lectern/content-schemas/locale'
import { type SiteExtension, siteSlots } from '@lectern/kernel/astro'

/** A mistake in an extension. The message names the extension, what is wrong, and what would be right. */
export class SiteExtensionError extends Error {}

type CheckInput = {
  extensions: SiteExtension[]
  /** First parts of the addresses that the site itself has below a language: `courses`, `sign-in`. */
  ownPaths: string[]
  /** Whether a file is there. */
  exists: (file: URL) => boolean
  /** Whether the site has a file of its own at this path below `site/src`. */
  isSiteFile: (path: string) => boolean
}

/** Refuses extensions that contradict themselves, each other or the site, before anything is built. */
export function checkExtensions({ extensions, ownPaths, exists, isSiteFile }: CheckInput): void {
  const owners = new Map<string, string>()
  const claim = (name: string, thing: string): void => {
    const owner = owners.get(thing)
    if (owner) refuse(name, `${thing} is there already, from “${owner}”.`)
    owners.set(thing, name)
  }
  for (const extension of extensions) {
    const { name, pages = [], files = [], navigation = [], slots = [], overrides = {} } = extension
    claim(name, `the extension “${name}”`)
    checkMessages(extension)
    for (const file of filesOf(extension)) if (!exists(file)) refuse(name, `there is no file ${file.pathname}.`)
    for (const page of pages) {
      if (!/^([a-z0-9-]+\/)+$/.test(page.path)) refuse(name, `the page path “${page.path}” should look like “levels/”.`)
      const first = page.path.split('/')[0] ?? ''
      if (ownPaths.includes(first)) refuse(name, `the page path “${page.path}” belongs to the site.`)
      claim(name, `the page “${page.path}”`)
      checkKeys(extension, [page.title, page.description])
    }
    for (const { path } of files) {
      if (!/^[a-z0-9-]+\.[a-z0-9]+$/.test(path)) refuse(name, `the file path “${path}” should look like “search.json”.`)
      claim(name, `the file “${path}”`)
    }
    for (const entry of navigation) {
      if (!/^([a-z0-9-]+\/)+$/.test(entry.path)) refuse(name, `the navigation path “${entry.path}” should look like “levels/”.`)
      checkKeys(extension, [entry.label])
    }
    for (const { slot } of slots)
      if (!siteSlots.includes(slot)) refuse(name, `there is no slot “${slot}”; there are ${siteSlots.join(', ')}.`)
    for (const path of Object.keys(overrides)) {
      if (!isSiteFile(path)) refuse(name, `it overrides “${path}”, which the site does not have.`)
      claim(name, `the override of “${path}”`)
    }
  }
}

function filesOf({ pages = [], files = [], slots = [], overrides = {}, styles = [], questionRenderers }: SiteExtension): URL[] {
  const named = [
    ...pages.flatMap(({ component, entries }) => [component, entries]),
    ...slots.map(({ component }) => component),
    ...files.map(({ make }) => make),
  ]
  return [...named, ...Object.values(overrides), ...styles, questionRenderers].filter((file) => file !== undefined)
}

/** Compiled extensions have every text by type; this is for those that come without types. */
function checkMessages({ name, messages }: SiteExtension): void {
  if (!messages) return
  const keys = Object.keys(messages.en ?? {})
  for (const locale of locales) {
    const own = messages[locale]
    if (!own) refuse(name, `it has no texts in “${locale}”.`)
    const missing = keys.filter((key) => own[key] === undefined)
    if (missing.length > 0) refuse(name, `its texts in “${locale}” lack ${missing.join(', ')}.`)
  }
}

function checkKeys({ name, messages }: SiteExtension, keys: (string | undefined)[]): void {
  for (const key of keys) {
    if (key !== undefined && typeof messages?.en[key] !== 'string') refuse(name, `its texts have no “${key}”.`)
  }
}

function refuse(name: string, problem: string): never {
  throw new SiteExtensionError(`Site extension “${name}”: ${problem}`)
}
