import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { cleanEssay } from './cleanEssay.ts'
import { countWords } from './countWords.ts'
import { essayGift } from './gift.ts'
import { essay } from './index.ts'
import { essaySamples } from './samples.ts'
import { maxEssayLength } from './schema.ts'
import { wordsOf } from './words.ts'

const renderer = questionRenderers.find(({ type }) => type === 'essay')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(essay, { renderer, toHtml: renderToStaticMarkup })

const [shown, inReview, hidden] = essaySamples
if (!shown || !inReview || !hidden) throw new Error('The samples are missing.')

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  \n\t ', 0],
    ['One', 1],
    ['one two\nthree\u00a0four', 4],
    ['- a list\n- of *two* — points', 5],
    ['don’t re-enter 3.14', 3],
    ['Слова считаются так же.', 4],
    ['漢字です and words', 6],
    ['*** --- ###', 0],
  ])('counts %j as %i', (text, count) => {
    expect(countWords(text)).toBe(count)
  })

  it('counts the words of two texts apart as it counts them together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(countWords(`${one}\n${other}`)).toBe(countWords(one) + countWords(other))
      }),
    )
  })

  it('counts the longest text in no time to speak of', () => {
    expect(countWords('a'.repeat(maxEssayLength))).toBe(1)
    expect(countWords('漢 '.repeat(maxEssayLength / 2))).toBe(maxEssayLength / 2)
  })
})

describe('cleanEssay', () => {
  it('keeps lines and spaces, and drops what databases refuse and what turns text around', () => {
    expect(cleanEssay('  a\r\nb\rc\u0000\u202ed\te\u0301\ud800')).toBe('  a\nb\ncd\té\ufffd')
  })

  it('cleans once for good', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanEssay(cleanEssay(text))).toBe(cleanEssay(text))
      }),
    )
  })
})

describe('parse of an essay', () => {
  const parse = (input: unknown, authored: unknown = shown.authored) => essay.parse({ authored, input, seed: 1 })

  it('takes a draft that is below the least words, and a text above the most', () => {
    expect(parse({ text: 'Two words' })).toEqual({ ok: true, value: { text: 'Two words' } })
    expect(parse({ text: 'word '.repeat(20) })).toMatchObject({ ok: true })
  })

  it('takes nothing but white space for blank', () => {
    expect(parse({ text: ' \n\t\u0000 ' })).toEqual({ ok: true, value: null })
  })

  it.each([
    ['RESPONSE_TOO_LONG', { text: 'word '.repeat(21) }, shown.authored],
    ['RESPONSE_TOO_LONG', { text: 'x'.repeat(1_000_000) }, inReview.authored],
    ['RESPONSE_INVALID', { text: Number.NaN }, shown.authored],
    ['RESPONSE_INVALID', { text: { toString: 'x' } }, shown.authored],
    ['RESPONSE_INVALID', 'a text', shown.authored],
    ['RESPONSE_INVALID', [], shown.authored],
  ])('refuses with %s: %#', (code, input, authored) => {
    expect(parse(input, authored)).toMatchObject({ ok: false, error: { code } })
  })

  it('never lets a text above the hard limit or the length through', () => {
    const anyText = fc.array(fc.constantFrom('a', 'слово', '—', '漢字'), { maxLength: 40 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parse({ text })
        expect(parsed.ok).toBe(countWords(text) <= 20)
      }),
    )
  })
})

describe('marking of an essay', () => {
  it('waits for a person whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const result = essay.grade({ authored: shown.authored, response: { text }, locale: 'en', seed: 1 })
        expect(result).toMatchObject({ fraction: 0, parts: [], needsMarking: true })
      }),
    )
  })
})

describe('what learners see of the rubric', () => {
  const view = (authored: unknown) => JSON.stringify(essay.present({ authored, locale: 'en', seed: 1 }))
  const key = (authored: unknown) => essay.key({ authored, locale: 'en', seed: 1 }).html

  it('is there while they write when the author says so, with the highest level first', () => {
    const shownView = view(shown.authored)
    expect(shownView.indexOf('Names and weighs several')).toBeGreaterThan(0)
    expect(shownView.indexOf('Names and weighs several')).toBeLessThan(shownView.indexOf('Names no cause'))
  })

  it('comes with the right answer only, or never', () => {
    expect(view(inReview.authored)).not.toContain('cause')
    expect(key(inReview.authored)).toContain('5 points')
    expect(view(hidden.authored)).not.toContain('cause')
    expect(key(hidden.authored)).toBe(`<p>${wordsOf('en').byHand}</p>`)
  })

  it('never has the notes for those who mark', () => {
    for (const { authored } of essaySamples) expect(view(authored) + key(authored)).not.toContain('storms')
  })
})

describe('check of an essay', () => {
  const { rubric } = shown.authored
  const levels = (points: number[]) => points.map((worth, at) => ({ id: `l${at}`, text: { en: `level ${at}` }, points: worth }))
  const criteria = (points: number[]) => ({ ...rubric, criteria: [{ id: 'c', text: { en: 'Style' }, levels: levels(points) }] })
  it.each([
    ['STEM_EMPTY', { ...shown.authored, stem: {} }],
    ['LIMITS_CROSSED', { ...shown.authored, minWords: 13 }],
    ['HARD_LIMIT_TOO_LOW', { ...shown.authored, hardLimit: 11 }],
    ['LEVELS_TOO_FEW', { ...shown.authored, rubric: criteria([1]) }],
    ['LEVELS_EQUAL', { ...shown.authored, rubric: criteria([1, 1]) }],
    [
      'TEXT_DUPLICATE',
      { ...shown.authored, rubric: { ...rubric, criteria: [...rubric.criteria, { ...rubric.criteria[0], id: 'd' }] } },
    ],
    [
      'TEXT_EMPTY',
      {
        ...shown.authored,
        rubric: {
          ...rubric,
          criteria: [{ id: 'c', text: { en: 'Style' }, levels: [...levels([1, 2]), { id: 'z', points: 3 }] }],
        },
      },
    ],
  ])('%s', (code, body) => {
    const read = readAuthored({ type: essay, version: 1, body })
    expect(read.ok && essay.check(read.value).map((problem) => problem.code)).toEqual([code])
  })

  it('reads a body in which the CMS left everything out', () => {
    const read = readAuthored({ type: essay, version: 1, body: { stem: { en: 'Write.' }, minWords: null, rubric: null } })
    expect(read.ok && essay.check(read.value)).toEqual([])
  })
})

describe('GIFT of an essay', () => {
  it('names what is lost', () => {
    expect(essayGift.toGift(shown.authored, { locale: 'en' }).lost).toEqual([
      'minWords',
      'maxWords',
      'hardLimit',
      'rubric',
      'modelAnswer',
      'markerNotes',
    ])
  })
})

describe('the word counter', () => {
  it.each([
    [null, '0 words (at least 5 words, at most 12 words)<'],
    [{ text: 'Three words here' }, '3 words (at least 5 words, at most 12 words). 2 words to go<'],
    [{ text: 'word '.repeat(13) }, '13 words (at least 5 words, at most 12 words). 1 word more than asked for<'],
  ])('says of %j: %s', async (response, said) => {
    const Component = (await renderer.load()).default
    const view = essay.present({ authored: shown.authored, locale: 'en', seed: 1 })
    const common = { id: 'q1', locale: 'en' as const, view, response, onChange: () => undefined }
    const html = renderToStaticMarkup(createElement(Component, { ...common, disabled: false, review: null }))
    expect(html).toContain(said)
  })
})
