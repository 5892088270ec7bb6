import type { Font } from 'fontkit'

/** A piece of a line that runs one way: words in order, each as outlines with their widths. */
type Word = { runs: { font: Font; text: string }[]; width: number; isRtl: boolean }
type SetTitleInput = {
  text: string
  /** Tried in order; the first that has a letter draws it. */
  fonts: Font[]
  /** Pixels. */
  size: number
  width: number
  lineHeight: number
  lines: number
  direction: 'ltr' | 'rtl'
}

/**
 * A title as one SVG path per run, so that the picture needs no font of the machine that makes it. Lines break between words
 * and inside a word that is wider than a line; what does not fit ends in an ellipsis. The origin is the top of the block.
 */
export function setTitle({ text, fonts, size, width, lineHeight, lines, direction }: SetTitleInput): string {
  const toWord = (word: string): Word => measure({ word, fonts, size })
  const space = size * 0.26
  const words = text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => breakWord({ word, width, toWord }))
  const set = breakLines({ words, width, space })
  const shown = set.slice(0, lines)
  const last = shown.at(-1)
  if (set.length > lines && last) last.push(toWord('…'))
  return shown.map((line, index) => drawLine({ line, y: (index + 0.8) * lineHeight, size, width, space, direction })).join('')
}

function measure({ word, fonts, size }: { word: string; fonts: Font[]; size: number }): Word {
  const runs: Word['runs'] = []
  for (const character of word) {
    const font = fonts.find((candidate) => candidate.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
    const run = runs.at(-1)
    // A letter that no font has is left out rather than drawn as a box.
    if (!font) continue
    if (run?.font === font) run.text += character
    else runs.push({ font, text: character })
  }
  const width = runs.reduce((sum, { font, text }) => sum + (font.layout(text).advanceWidth / font.unitsPerEm) * size, 0)
  return { runs, width, isRtl: /\p{Script=Arabic}/u.test(word) }
}

type BreakWordInput = { word: string; width: number; toWord: (word: string) => Word }

function breakWord({ word, width, toWord }: BreakWordInput): Word[] {
  const whole = toWord(word)
  if (whole.width <= width) return [whole]
  const letters = [...word]
  const share = Math.max(1, Math.floor((letters.length * width) / whole.width) - 1)
  return Array.from({ length: Math.ceil(letters.length / share) }, (_, part) =>
    toWord(letters.slice(part * share, (part + 1) * share).join('')),
  )
}

function breakLines({ words, width, space }: { words: Word[]; width: number; space: number }): Word[][] {
  const lines: Word[][] = []
  let used = 0
  for (const word of words) {
    const line = lines.at(-1)
    if (line && used + space + word.width <= width) {
      line.push(word)
      used += space + word.width
    } else {
      lines.push([word])
      used = word.width
    }
  }
  return lines
}

type DrawLineInput = { line: Word[]; y: number; size: number; width: number; space: number; direction: 'ltr' | 'rtl' }

/** Words that run against the line keep their own order within a group. */
function drawLine({ line, y, size, width, space, direction }: DrawLineInput): string {
  const groups: Word[][] = []
  for (const word of line) {
    const group = groups.at(-1)
    if (group?.[0]?.isRtl === word.isRtl) group.push(word)
    else groups.push([word])
  }
  const inOrder = groups.map((group) => (group[0]?.isRtl ? group.toReversed() : group))
  const visual = (direction === 'rtl' ? inOrder.toReversed() : inOrder).flat()
  const total = visual.reduce((sum, word) => sum + word.width, 0) + space * (visual.length - 1)
  let x = direction === 'rtl' ? width - total : 0
  return visual
    .map((word) => {
      const drawn = drawWord({ word, x, y, size })
      x += word.width + space
      return drawn
    })
    .join('')
}

function drawWord({ word, x, y, size }: { word: Word; x: number; y: number; size: number }): string {
  let at = x
  return word.runs
    .map(({ font, text }) => {
      const scale = size / font.unitsPerEm
      const { glyphs, positions } = font.layout(text)
      let advance = 0
      const outlines = glyphs.map((glyph, index) => {
        const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {}
        const outline = `<path transform="translate(${advance + xOffset} ${yOffset})" d="${glyph.path.toSVG()}"/>`
        advance += xAdvance
        return outline
      })
      const place = `translate(${round(at)} ${round(y)}) scale(${scale} ${-scale})`
      at += advance * scale
      return `<g transform="${place}">${outlines.join('')}</g>`
    })
    .join('')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
