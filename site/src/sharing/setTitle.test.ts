import { describe, expect, it } from 'vitest'
import { loadFonts } from './loadFonts.ts'
import { setTitle } from './setTitle.ts'

const fonts = loadFonts()
const set = (text: string, direction: 'ltr' | 'rtl' = 'ltr') =>
  setTitle({ text, fonts, size: 60, width: 600, lineHeight: 76, lines: 4, direction })
/** Where the groups of a drawing stand: x and y of each. */
const places = (svg: string) =>
  [...svg.matchAll(/translate\((-?[\d.]+) (-?[\d.]+)\) scale/g)].map(([, x, y]) => [Number(x), Number(y)])

describe('setTitle', () => {
  it.each(['Reading the weather', 'Как читать погоду', 'قراءة الطقس'])('draws %s', (text) => {
    expect(set(text).match(/ d="M/g)?.length).toBeGreaterThan(5)
  })

  it('begins Arabic at the right', () => {
    const [[first = 0] = []] = places(set('قراءة', 'rtl'))
    expect(first).toBeGreaterThan(300)
  })

  it('keeps within four lines, whatever is asked of it', () => {
    const lines = new Set(places(set('A word and another. '.repeat(60))).map(([, y]) => y))
    expect(lines.size).toBe(4)
  })

  it('breaks a word that is wider than the line', () => {
    const drawn = places(set('x'.repeat(400)))
    expect(Math.max(...drawn.map(([x = 0]) => x))).toBeLessThan(600)
    expect(new Set(drawn.map(([, y]) => y)).size).toBe(4)
  })

  it('leaves out what no font can draw', () => {
    expect(set('🦉')).toBe('')
    expect(set('')).toBe('')
  })
})
