import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { dragWords } from './index.ts'
import { nextGapFor, placeWord } from './placeWord.ts'
import { dragWordsSchema } from './schema.ts'

const renderer = questionRenderers.find(({ type }) => type === 'drag-words')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(dragWords, { renderer, toHtml: renderToStaticMarkup })

const authored = dragWords.samples[0]?.authored
const view = dragWordsSchema.view.parse(dragWords.present({ authored, locale: 'en', seed: 1 }))
const allWords = view.groups.flatMap(({ words }) => words.map(({ id }) => id))
const moves = fc.array(
  fc.record({ gap: fc.constantFrom(...view.gaps.map(({ id }) => id)), word: fc.constantFrom('', 'stranger', ...allWords) }),
  { maxLength: 20 },
)

describe('placeWord', () => {
  const place = (gaps: Record<string, string> | null, gap: string, word: string, reuse = false) =>
    placeWord({ view: { ...view, reuse }, response: gaps && { gaps }, gap, word })?.gaps ?? null

  it('puts, replaces and takes out', () => {
    expect(place(null, 'g1', 'wq7')).toEqual({ g1: 'wq7' })
    expect(place({ g1: 'wq7' }, 'g1', 'wz2')).toEqual({ g1: 'wz2' })
    expect(place({ g1: 'wq7' }, 'g1', '')).toBeNull()
  })

  it('moves a word that may be used once, and leaves one that may be used again', () => {
    expect(place({ g1: 'wq7' }, 'g2', 'wq7')).toEqual({ g2: 'wq7' })
    expect(place({ g1: 'wq7' }, 'g2', 'wq7', true)).toEqual({ g1: 'wq7', g2: 'wq7' })
  })

  it('leaves everything as it is when the word belongs to another group', () => {
    expect(place({ g1: 'wq7' }, 'g1', 'wm1')).toEqual({ g1: 'wq7' })
  })

  it('makes only responses that the server takes, whatever is done', () => {
    fc.assert(
      fc.property(moves, fc.boolean(), (list, reuse) => {
        const response = list.reduce<ReturnType<typeof placeWord>>(
          (current, move) => placeWord({ view: { ...view, reuse }, response: current, ...move }),
          null,
        )
        const read = readAuthored({ type: dragWords, version: 1, body: { ...Object(authored), reuse } })
        expect(read.ok && dragWords.parse({ authored: read.value, input: response, seed: 1 })).toEqual({
          ok: true,
          value: response,
        })
      }),
    )
  })
})

describe('nextGapFor', () => {
  it('is the first empty gap of the word’s group', () => {
    expect(nextGapFor({ view, response: null, word: 'wm1' })).toBe('g3')
    expect(nextGapFor({ view, response: { gaps: { g3: 'wx4' } }, word: 'wm1' })).toBe('g4')
    expect(nextGapFor({ view, response: { gaps: { g3: 'wx4', g4: 'wb9' } }, word: 'wm1' })).toBeUndefined()
  })
})

describe('drag-words', () => {
  it('refuses a word in two gaps unless words are reused', () => {
    const input = { gaps: { g1: 'wq7', g2: 'wq7' } }
    expect(dragWords.parse({ authored, input, seed: 1 })).toMatchObject({ error: { code: 'WORD_USED_TWICE' } })
    const read = readAuthored({ type: dragWords, version: 1, body: { ...Object(authored), reuse: true } })
    expect(read.ok && dragWords.parse({ authored: read.value, input, seed: 1 }).ok).toBe(true)
  })

  it('is unfit when a word is right twice and may be used once', () => {
    const body = { ...Object(dragWords.samples[1]?.authored), reuse: false }
    const read = readAuthored({ type: dragWords, version: 1, body })
    expect(read.ok && dragWords.check(read.value).map(({ code }) => code)).toEqual(['WORD_NEEDS_REUSE'])
  })

  it('earns nothing when every gap has the same distractor', () => {
    const read = readAuthored({ type: dragWords, version: 1, body: { ...Object(authored), reuse: true } })
    const response = { gaps: { g1: 'wk5', g2: 'wk5', g3: 'wx4', g4: 'wx4' } }
    expect(read.ok && dragWords.grade({ authored: read.value, response, locale: 'en', seed: 1 }).fraction).toBe(0)
  })
})
