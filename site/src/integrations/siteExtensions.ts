import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SiteExtension } from '@lectern/kernel/astro'
import type { AstroIntegration } from 'astro'
import type { Plugin } from 'vitest/config'
import { checkExtensions } from '../extensions/checkExtensions.ts'
import { virtualModules } from '../extensions/virtualModules.ts'

const sources = new URL('../', import.meta.url)
/** What extensions may import of the site, as `lectern:site/<path>`; everything else may change without notice. */
const publicPaths = /^(components\/[A-Za-z]+\.astro|lib\/(paths|format|inLanguage)\.ts)$/

/** Joins what plugins add to the site: their pages, links, slots, styles, texts and replaced files. */
export function siteExtensions({ extensions }: { extensions: SiteExtension[] }): AstroIntegration {
  return {
    name: 'lectern:site-extensions',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        checkExtensions({ extensions, ownPaths: ownPaths(), exists: existsSync, isSiteFile: (path) => isFile(siteFile(path)) })
        updateConfig({ vite: { plugins: [virtualPlugin(extensions), overridePlugin(extensions)] } })
      },
    },
  }
}

function ownPaths(): string[] {
  return readdirSync(new URL('pages/[locale]/', sources)).map((name) => name.replace(/\.(astro|ts)$/, ''))
}

function siteFile(path: string): URL {
  return new URL(path, sources)
}

function isFile(url: URL): boolean {
  return statSync(url, { throwIfNoEntry: false })?.isFile() ?? false
}

function virtualPlugin(extensions: SiteExtension[]): Plugin {
  const modules = virtualModules(extensions)
  return {
    name: 'lectern:virtual-modules',
    enforce: 'pre',
    resolveId: (source) => (source in modules ? `\0${source}` : undefined),
    load: (id) => modules[id.replace(/^\0/, '')],
  }
}

/**
 * `lectern:site/<path>` is the site's file, or what an extension has put in its place; `lectern:original/<path>` is always
 * the site's own, so that a replacement can wrap it.
 */
function overridePlugin(extensions: SiteExtension[]): Plugin {
  const replaced = new Map(
    extensions.flatMap(({ overrides = {} }) =>
      Object.entries(overrides).map(([path, file]) => [fileURLToPath(siteFile(path)), fileURLToPath(file)] as const),
    ),
  )
  return {
    name: 'lectern:overrides',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const named = /^lectern:(site|original)\/(.+)$/.exec(source)
      if (named) {
        const [, kind, path = ''] = named
        if (!publicPaths.test(path)) throw new Error(`“${source}” in ${importer}: extensions import ${publicPaths.source}`)
        const file = fileURLToPath(siteFile(path))
        return kind === 'site' ? (replaced.get(file) ?? file) : file
      }
      if (replaced.size === 0 || !source.startsWith('.')) return undefined
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
      return resolved ? (replaced.get(resolved.id) ?? resolved) : undefined
    },
  }
}
