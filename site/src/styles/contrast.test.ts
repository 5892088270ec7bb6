import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrastRatio, type Oklch } from '../lib/oklch.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const number = '([\\d.]+)'
const colour = `oklch\\(${number} ${number} ${number}\\)`
const pairs = [...css.matchAll(new RegExp(`--([a-z-]+): light-dark\\(${colour}, ${colour}\\)`, 'g'))]

type Theme = Map<string, Oklch>
const read = (offset: number): Theme =>
  new Map(
    pairs.map((match) => [
      match[1] ?? '',
      { l: Number(match[offset]), c: Number(match[offset + 1]), h: Number(match[offset + 2]) },
    ]),
  )
const themes = { light: read(2), dark: read(5) }

function token(theme: Theme, name: string): Oklch {
  const found = theme.get(name)
  if (!found) throw new Error(`No token --${name}`)
  return found
}

const text: [string, string][] = [
  ['ink', 'paper'],
  ['ink', 'raised'],
  ['ink', 'code-paper'],
  ['muted', 'paper'],
  ['muted', 'raised'],
  ...['constant', 'string', 'comment', 'keyword', 'function', 'parameter'].map((name): [string, string] => [
    `code-${name}`,
    'code-paper',
  ]),
]
const interfaceText: [string, string][] = [
  ['on-ribbon', 'ribbon'],
  ['ribbon', 'paper'],
  ['ribbon', 'raised'],
  ['right', 'paper'],
  ['right', 'raised'],
  ['partly', 'paper'],
  ['wrong', 'paper'],
  ['wrong', 'raised'],
]

describe.each(Object.entries(themes))('colours, %s', (_name, theme) => {
  it.each(text)('%s on %s reads at 7:1', (ink, paper) => {
    expect(contrastRatio(token(theme, ink), token(theme, paper))).toBeGreaterThanOrEqual(7)
  })

  it.each(interfaceText)('%s on %s is seen at 4.5:1', (ink, paper) => {
    expect(contrastRatio(token(theme, ink), token(theme, paper))).toBeGreaterThanOrEqual(4.5)
  })

  it('edges of controls are seen at 3:1', () => {
    expect(contrastRatio(token(theme, 'edge'), token(theme, 'paper'))).toBeGreaterThanOrEqual(3)
  })

  it('every hue of a course is seen at 3:1', () => {
    const match = new RegExp(`--course: light-dark\\(oklch\\(${number} ${number} var.*?oklch\\(${number} ${number} var`).exec(css)
    const [l = 0, c = 0] = (theme === themes.light ? [match?.[1], match?.[2]] : [match?.[3], match?.[4]]).map(Number)
    for (let h = 0; h < 360; h += 15) expect(contrastRatio({ l, c, h }, token(theme, 'paper'))).toBeGreaterThanOrEqual(3)
  })
})
