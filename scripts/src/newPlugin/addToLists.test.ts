import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rootFolder } from '../env.ts'
import { addToList } from './addToLists.ts'

const entry = { specifier: 'lectern-question-clock', imported: 'clockPlugin', entry: 'clockPlugin()' }

describe('addToList', () => {
  it.each([
    ['cms/src/plugins.ts', 'plugins'],
    ['site/learn.config.ts', 'extensions'],
  ] as const)('adds one import and one entry to %s and changes nothing else', (path, listName) => {
    const text = readFileSync(join(rootFolder, path), 'utf8')
    const added = addToList({ text, listName, entry })
    const result = added.ok ? added.value : added.error.message
    expect(result).toContain(`\nimport { clockPlugin } from 'lectern-question-clock'\n`)
    expect(result).toMatch(/clockPlugin\(\)\s*\]/)
    const without = result.replace(`\nimport { clockPlugin } from 'lectern-question-clock'`, '').replace(/,? clockPlugin\(\)/, '')
    expect(without.replaceAll(/[\s,]/g, '')).toBe(text.replaceAll(/[\s,]/g, ''))
  })

  it('adds to an empty list, and to one whose entries have brackets', () => {
    const empty = `import { a } from 'a'\n\nexport const plugins: Plugin[] = []\n`
    const nested = `import { a } from 'a'\nexport const plugins = [\n  a({ b: [1] }),\n]\n`
    expect([empty, nested].map((text) => addToList({ text, listName: 'plugins', entry }))).toEqual([
      {
        ok: true,
        value: `import { a } from 'a'\nimport { clockPlugin } from 'lectern-question-clock'\n\nexport const plugins: Plugin[] = [ clockPlugin()]\n`,
      },
      {
        ok: true,
        value: `import { a } from 'a'\nimport { clockPlugin } from 'lectern-question-clock'\nexport const plugins = [\n  a({ b: [1] }), clockPlugin()]\n`,
      },
    ])
  })

  it.each([
    [`import { clockPlugin } from 'lectern-question-clock'\nexport const plugins = [clockPlugin()]`, 'LISTED_ALREADY'],
    [`import { a } from 'a'\nexport const others = []`, 'LIST_NOT_FOUND'],
  ])('leaves %j alone', (text, code) => {
    expect(addToList({ text, listName: 'plugins', entry })).toMatchObject({ ok: false, error: { code } })
  })
})
