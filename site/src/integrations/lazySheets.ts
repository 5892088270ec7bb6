import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

const sheetLink = /<link rel="stylesheet" href="\/(_astro\/[^"]+\.css)">/g

/**
 * Takes from the pages of tests the stylesheets that come with scripts. Astro links the sheets of everything that an island
 * may ever import, every question type that is installed; the script that shows a type loads its sheet by itself, before
 * its first question is drawn.
 */
export function lazySheets(): AstroIntegration {
  return {
    name: 'lectern:lazy-sheets',
    hooks: {
      'astro:build:done': ({ dir, pages }) => {
        const root = fileURLToPath(dir)
        const scripts = readdirSync(join(root, '_astro')).filter((name) => name.endsWith('.js'))
        const named = new Set(
          scripts.flatMap((name) => readFileSync(join(root, '_astro', name), 'utf8').match(/_astro\/[^"]+\.css/g) ?? []),
        )
        for (const { pathname } of pages.filter(({ pathname }) => /^[a-z]+\/tests\//.test(pathname))) {
          const file = join(root, pathname, 'index.html')
          const html = readFileSync(file, 'utf8')
          writeFileSync(
            file,
            html.replace(sheetLink, (link, sheet) => (named.has(sheet) ? '' : link)),
          )
        }
      },
    },
  }
}
