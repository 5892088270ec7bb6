import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrastRatio, type Oklch } from '../lib/oklch.ts'

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8')
const css = read('./tokens.css')
const number = '([\\d.]+)'
const colour = `oklch\\(${number} ${number} ${number}\\)`

type Theme = Map<string, Oklch>
type Side = 'light' | 'dark'

/** The colours of a file of tokens: pairs of light and dark, or one for both. */
function coloursOf({ text, side }: { text: string; side: Side }): Theme {
  const offset = side === 'light' ? 2 : 5
  const pairs = [...text.matchAll(new RegExp(`--([a-z-]+): light-dark\\(${colour}, ${colour}\\)`, 'g'))]
  const singles = [...text.matchAll(new RegExp(`--([a-z-]+): ${colour};`, 'g'))]
  const toEntry = (match: RegExpExecArray, at: number): [string, Oklch] => [
    match[1] ?? '',
    { l: Number(match[at]), c: Number(match[at + 1]), h: Number(match[at + 2]) },
  ]
  return new Map([...pairs.map((match) => toEntry(match, offset)), ...singles.map((match) => toEntry(match, 2))])
}

const over = (side: Side, file: string): Theme =>
  new Map([...coloursOf({ text: css, side }), ...coloursOf({ text: read(file), side })])
const themes: Record<string, Theme> = {
  light: coloursOf({ text: css, side: 'light' }),
  dark: coloursOf({ text: css, side: 'dark' }),
  sepia: over('light', './themes/sepia.css'),
  'high contrast, light': over('light', './themes/contrast.css'),
  'high contrast, dark': over('dark', './themes/contrast.css'),
}

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

describe.each(Object.entries(themes))('colours, %s', (name, theme) => {
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
    const [l = 0, c = 0] = (
      name !== 'dark' && !name.endsWith(', dark') ? [match?.[1], match?.[2]] : [match?.[3], match?.[4]]
    ).map(Number)
    for (let h = 0; h < 360; h += 15) expect(contrastRatio({ l, c, h }, token(theme, 'paper'))).toBeGreaterThanOrEqual(3)
  })
})
