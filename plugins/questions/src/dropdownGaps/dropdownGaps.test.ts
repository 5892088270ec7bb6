import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { dropdownGaps } from './index.ts'
import { dropdownGapsSchema } from './schema.ts'

const renderer = questionRenderers.find(({ type }) => type === 'dropdown-gaps')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(dropdownGaps, { renderer, toHtml: renderToStaticMarkup })

const word = (id: string, more: object = {}) => ({ id: `w${id}`, name: id, text: { en: `word ${id}` }, group: 1, ...more })

function authoredOf(body: object): unknown {
  const read = readAuthored({ type: dropdownGaps, version: 1, body })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

describe('marking', () => {
  it('gives every gap the same share, and nothing for a wrong or an empty one', () => {
    const choice = fc.constantFrom('right', 'wrong', 'empty')
    fc.assert(
      fc.property(fc.array(choice, { minLength: 1, maxLength: 12 }), (choices) => {
        const words = [...choices.map((_, at) => word(String(at))), word('x', { name: '' })]
        const authored = authoredOf({ stem: { en: choices.map((_, at) => `[[${at}]]`).join(' ') }, words })
        const gaps = Object.fromEntries(
          choices.flatMap((state, at) => (state === 'empty' ? [] : [[`g${at + 1}`, state === 'right' ? `w${at}` : 'wx']])),
        )
        const { fraction } = dropdownGaps.grade({ authored, response: { gaps }, locale: 'en', seed: 1 })
        const right = choices.filter((state) => state === 'right').length
        expect(fraction).toBe(Math.round((right / choices.length) * 1e9) / 1e9)
      }),
    )
  })
})

describe('parse', () => {
  const authored = dropdownGaps.samples[0]?.authored
  it.each([
    [{ gaps: { g9: 'wq7' } }, 'GAP_UNKNOWN'],
    [{ gaps: { constructor: 'wq7' } }, 'GAP_UNKNOWN'],
    [{ gaps: { g1: 'toString' } }, 'WORD_UNKNOWN'],
    [{ gaps: { g1: 'wm1' } }, 'WORD_UNKNOWN'],
    [{ gaps: { g1: Number.NaN } }, 'RESPONSE_INVALID'],
    [{ gaps: { g1: 'x'.repeat(1_000_000) } }, 'RESPONSE_INVALID'],
    ['g1', 'RESPONSE_INVALID'],
  ])('%# is refused with %s', (input, code) => {
    expect(dropdownGaps.parse({ authored, input, seed: 1 })).toMatchObject({ ok: false, error: { code } })
  })

  it('takes a word in several gaps, and empty gaps for blank', () => {
    expect(dropdownGaps.parse({ authored, input: { gaps: { g1: 'wq7', g2: 'wq7' } }, seed: 1 }).ok).toBe(true)
    expect(dropdownGaps.parse({ authored, input: { gaps: { g1: '' } }, seed: 1 })).toEqual({ ok: true, value: null })
  })
})

describe('present', () => {
  const show = (authored: unknown, locale: 'en' | 'ru', seed: number) =>
    dropdownGapsSchema.view.parse(dropdownGaps.present({ authored, locale, seed }))

  it('keeps the id of a gap in a language with another order', () => {
    const authored = dropdownGaps.samples[0]?.authored
    expect(show(authored, 'en', 1).gaps.map(({ id }) => id)).toEqual(['g1', 'g2', 'g3', 'g4'])
    expect(show(authored, 'ru', 1).gaps.map(({ id }) => id)).toEqual(['g3', 'g4', 'g1', 'g2'])
  })

  it('shows the words in an order that has nothing to do with that in which they were written', () => {
    const words = ['c', 'a', 'b'].map((id) => word(id))
    const stem = { en: '[[c]] [[a]] [[b]]' }
    const alphabetical = authoredOf({ stem, words, order: 'alphabetical' })
    expect(show(alphabetical, 'en', 1).groups[0]?.words.map(({ id }) => id)).toEqual(['wa', 'wb', 'wc'])
    const shuffled = (list: object[]) => show(authoredOf({ stem, words: list }), 'en', 3).groups
    expect(shuffled([...words].reverse())).toEqual(shuffled(words))
  })
})

describe('check', () => {
  const two = [word('1'), word('2')]
  it.each([
    ['STEM_EMPTY', { stem: {}, words: [] }],
    ['MARKER_UNKNOWN', { stem: { en: '[[1]] [[2]] [[3]]' }, words: two }],
    ['GAP_NOT_IN_TEXT', { stem: { en: '[[1]] [[2]]', ru: '[[1]]' }, words: two }],
    ['NAME_INVALID', { stem: { en: '[[1]]' }, words: [...two, word('a b')] }],
    ['NAME_DUPLICATE', { stem: { en: '[[1]]' }, words: [...two, word('3', { name: '1' })] }],
    ['TEXT_EMPTY', { stem: { en: '[[1]]' }, words: [...two, word('3', { text: {} })] }],
    ['TEXT_DUPLICATE', { stem: { en: '[[1]]' }, words: [...two, word('3', { text: { en: 'word  1' } })] }],
    ['ID_DUPLICATE', { stem: { en: '[[1]]' }, words: [...two, word('3', { id: 'w1' })] }],
    ['GROUP_WITHOUT_GAP', { stem: { en: '[[1]]' }, words: [...two, word('3', { group: 2 })] }],
    ['OPTIONS_TOO_FEW', { stem: { en: '[[1]]' }, words: [word('1')] }],
  ])('%s', (code, body) => {
    expect(new Set(dropdownGaps.check(authoredOf(body)).map((problem) => problem.code))).toContain(code)
  })

  it('asks for gaps when the text has none', () => {
    expect(dropdownGaps.check(authoredOf({ stem: { en: 'text' }, words: [] })).map(({ code }) => code)).toEqual(['GAPS_MISSING'])
  })

  it('allows the same word in two groups', () => {
    const words = [...two, word('3', { group: 2, text: { en: 'word 1' } }), word('4', { group: 2 })]
    expect(dropdownGaps.check(authoredOf({ stem: { en: '[[1]] [[3]]' }, words }))).toEqual([])
  })
})
