import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { gzipSync } from 'node:zlib'

/** Bytes by gzip, each file on its own as it is sent. Pictures and fonts are left out. */
export type PageWeight = { html: number; css: number; js: number }

/**
 * What a browser without a cache loads for the page at `path` (such as `/en/`) of a built site. `js` are module scripts,
 * islands and all that they import; what a script asks for later, because somebody does something, is not there.
 */
export function weighPage({ site, path }: { site: string; path: string }): PageWeight {
  const html = readFileSync(join(site, path, 'index.html'), 'utf8')
  const tags = [...html.matchAll(/<(?:link|script|astro-island)\b[^>]*>/g)].map(([tag]) => tag)
  const styles = tags.filter((tag) => /rel="stylesheet"/.test(tag)).flatMap((tag) => attributes({ tag, names: ['href'] }))
  const scripts = tags
    .filter((tag) => /^<(script|astro-island)/.test(tag) || /rel="modulepreload"/.test(tag))
    .flatMap((tag) => attributes({ tag, names: ['src', 'href', 'component-url', 'renderer-url'] }))
  const weigh = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + packed(readFileSync(join(site, file))), 0)
  return { html: packed(html), css: weigh(new Set(styles)), js: weigh(withImports({ site, files: scripts })) }
}

function attributes({ tag, names }: { tag: string; names: string[] }): string[] {
  return names.flatMap((name) => new RegExp(` ${name}="(/[^"]+)"`).exec(tag)?.[1] ?? [])
}

function withImports({ site, files }: { site: string; files: string[] }): Set<string> {
  const all = new Set<string>()
  const add = (file: string) => {
    if (all.has(file)) return
    all.add(file)
    const source = readFileSync(join(site, file), 'utf8')
    // `import{a}from"./b.js"`, `export*from"./b.js"` and `import"./b.js"`, but not `import("./b.js")`.
    for (const [, specifier = ''] of source.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g))
      add(join(dirname(file), specifier))
  }
  for (const file of files) add(file)
  return all
}

function packed(content: string | Buffer): number {
  return gzipSync(content).length
}
