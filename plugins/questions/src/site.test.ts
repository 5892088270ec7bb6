import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = import.meta.dirname

/** Files and packages that a file reaches when it runs; type-only imports are gone by then. */
function reachedFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  for (const [, clause = '', specifier = ''] of text.matchAll(/^(?:import|export)\b([^'"]*?)['"]([^'"]+)['"]/gm)) {
    if (/^\s+type\b/.test(clause)) continue
    if (specifier.startsWith('.')) reachedFrom(join(dirname(file), specifier), seen)
    else seen.add(specifier)
  }
  return seen
}

const renderers = [...readFileSync(join(folder, 'site.ts'), 'utf8').matchAll(/import\('(.*?)'\)/g)].map(([, path = '']) => path)

describe('what learners load', () => {
  it.each(renderers)(
    '%s has no server code, no checking of shapes, no reader of formulas and no arithmetic of fractions',
    (path) => {
      const reached = [...reachedFrom(join(folder, path))].map((file) => (file.startsWith('/') ? relative(folder, file) : file))
      expect(reached.length).toBeGreaterThan(1)
      const unwanted = /^shared\/expression|fraction\.js|^node:|^payload|^@lectern\/kernel$|^zod|^@lectern\/content-schemas$/
      expect(reached.filter((file) => unwanted.test(file))).toEqual([])
    },
  )
})
