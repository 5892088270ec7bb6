import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ParseResult, parseSync } from 'oxc-parser'

/** A source file, parsed. `path` is relative to the checkout with slashes. `isTest`: it never runs in production. */
export type Source = { path: string; text: string; parsed: ParseResult; isTest: boolean }

const patterns = [
  'cms/**/*.{ts,tsx}',
  'content-schemas/**/*.ts',
  'examples/*/src/**/*.{ts,tsx}',
  'plugins/**/*.{ts,tsx}',
  'scripts/**/*.ts',
  'site/**/*.{ts,tsx,astro}',
  'test/**/*.ts',
]
const skipped = /(^|\/)(node_modules|\.next|\.astro|dist|migrations)(\/|$)|\.d\.ts$|payload-types\.ts$/

/** Every source file of the project. TypeScript 7 has no parser for programs yet, hence oxc. */
export function readSources({ root }: { root: string }): Source[] {
  return globSync(patterns, { cwd: root, exclude: (name) => skipped.test(name) })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !skipped.test(path))
    .sort()
    .map((path) => parseSource({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Of an Astro component only the part between the fences is code; the lines keep their numbers. */
export function parseSource({ path, text }: { path: string; text: string }): Source {
  const code = path.endsWith('.astro') ? frontMatterOf(text) : text
  const name = path.endsWith('.astro') ? `${path}.ts` : path
  return { path, text: code, parsed: parseSync(name, code), isTest: /\.test\.tsx?$|(^|\/)(test|testing)\//.test(path) }
}

export function lineOf({ source, offset }: { source: Source; offset: number }): number {
  return source.text.slice(0, offset).split('\n').length
}

function frontMatterOf(text: string): string {
  const match = /^(\s*---\r?\n)([\s\S]*?)\r?\n---/.exec(text)
  return match ? '\n'.repeat((match[1] ?? '').split('\n').length - 1) + match[2] : ''
}
