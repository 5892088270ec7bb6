import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { questionMarkers, questionRenderers } from './site.ts'
import { trueFalse } from './trueFalse/index.ts'

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

const markers = [...readFileSync(join(folder, 'markers.ts'), 'utf8').matchAll(/import\('(.*?)'\)/g)].map(([, path = '']) => path)

describe('what practice loads', () => {
  it.each(markers)('%s has no server code', (path) => {
    const reached = [...reachedFrom(join(folder, path))]
    expect(reached.length).toBeGreaterThan(1)
    expect(reached.filter((name) => /^node:|^payload|^@payloadcms|^@lectern\/kernel$/.test(name))).toEqual([])
  })

  it('marks as the type does, for every type but those that need a server', async () => {
    const types = questionRenderers.map(({ type }) => type).filter((type) => type !== 'file-upload')
    expect(questionMarkers.map(({ type }) => type).sort()).toEqual(types.sort())
    const marker = await questionMarkers.find(({ type }) => type === 'true-false')?.load()
    const [sample] = trueFalse.samples
    expect(marker?.grade({ authored: sample?.authored, response: sample?.correct, locale: 'en', seed: 1 }).fraction).toBe(1)
  })
})
