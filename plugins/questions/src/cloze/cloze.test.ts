import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { cloze } from './index.ts'
import { clozeSchema } from './schema.ts'

const renderer = questionRenderers.find(({ type }) => type === 'cloze')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(cloze, { renderer, toHtml: renderToStaticMarkup })

const right = (id: string, text: string, fraction = 1) => ({ id, text: { en: text }, fraction })
const word = (id: string, more: object = {}) => ({ id, name: id, kind: 'text', answers: [right('r', 'yes')], ...more })
const choice = (id: string, more: object = {}) => ({
  id,
  name: id,
  kind: 'choice',
  answers: [right('r', 'yes'), right('h', 'half', 0.5), right('w', 'no', 0), right('p', 'never', -1)],
  ...more,
})

function authoredOf(gaps: { name: string }[], stem?: object): unknown {
  const body = { stem: stem ?? { en: gaps.map(({ name }) => `[[${name}]]`).join(' ') }, gaps }
  const read = readAuthored({ type: cloze, version: 1, body })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

function outcome(gaps: { name: string }[], given: unknown): unknown {
  const authored = authoredOf(gaps)
  const parsed = cloze.parse({ authored, input: { gaps: given }, seed: 1 })
  if (!parsed.ok) return parsed.error.code
  return parsed.value === null ? null : cloze.grade({ authored, response: parsed.value, locale: 'en', seed: 1 }).fraction
}

describe('marking', () => {
  it.each([
    [[word('a'), word('b')], { a: 'yes', b: 'yes' }, 1],
    [[word('a'), word('b')], { a: 'yes' }, 0.5],
    [[word('a', { weight: 3 }), word('b')], { a: 'yes', b: 'no' }, 0.75],
    [[word('a'), choice('b')], { a: 'yes', b: 'h' }, 0.75],
    [[word('a'), choice('b')], { a: 'yes', b: 'p' }, 0],
    [[word('a', { weight: 2 }), choice('b')], { a: 'yes', b: 'p' }, 0.333333333],
    [[choice('a')], { a: 'p' }, 0],
    [[word('a', { editDistance: 1 })], { a: 'yess' }, 1],
    [[word('a')], { a: ' ' }, null],
  ])('%j ← %j earns %s', (gaps, given, expected) => {
    expect(outcome(gaps, given)).toBe(expected)
  })

  it('is between 0 and 1 and grows with every gap that is filled rightly', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(weights, fc.infiniteStream(fc.boolean()), (list, draws) => {
        const gaps = list.map((weight, at) => word(`g${at}`, { weight }))
        const filled = gaps.filter(() => draws.next().value)
        const earned = filled.reduce((sum, { id }) => sum + (list[Number(id.slice(1))] ?? 0), 0)
        const total = list.reduce((sum, weight) => sum + weight, 0)
        const fraction = outcome(gaps, Object.fromEntries(filled.map(({ id }) => [id, 'yes']))) ?? 0
        expect(fraction).toBe(earned === total ? 1 : Math.round((earned / total) * 1e9) / 1e9)
      }),
    )
  })

  it('says of each gap how it was filled, and what was left empty', () => {
    const authored = authoredOf([word('a'), choice('b'), word('c')])
    const { parts } = cloze.grade({ authored, response: { gaps: { a: 'no', b: 'h' } }, locale: 'en', seed: 1 })
    expect(parts.map(({ part, state }) => [part, state])).toEqual([
      ['a', 'wrong'],
      ['b', 'partly'],
      ['c', 'missed'],
    ])
  })
})

describe('parse', () => {
  const number = { id: 'n', name: 'n', kind: 'number', answers: [right('r', '5')] }
  it.each([
    [{ x: 'yes' }, 'GAP_UNKNOWN'],
    [{ constructor: 'yes' }, 'GAP_UNKNOWN'],
    [{ b: 'yes' }, 'OPTION_UNKNOWN'],
    [{ n: 'five' }, 'NOT_A_NUMBER'],
    [{ n: 'NaN' }, 'NUMBER_NOT_FINITE'],
    [{ n: '1e400' }, 'NUMBER_OUT_OF_RANGE'],
    [{ a: 'x'.repeat(1_000_000) }, 'RESPONSE_INVALID'],
    [{ a: 1 }, 'RESPONSE_INVALID'],
    [['yes'], 'RESPONSE_INVALID'],
    [Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`k${at}`, 'x'])), 'RESPONSE_INVALID'],
    [JSON.parse('{"__proto__":"yes"}'), null],
    [{ a: '', b: '', n: ' ' }, null],
  ])('%# → %s', (given, expected) => {
    expect(outcome([word('a'), choice('b'), number], given)).toBe(expected)
  })

  it('says which gap has no number', () => {
    const parsed = cloze.parse({ authored: authoredOf([word('a'), number]), input: { gaps: { n: '?' } }, seed: 1 })
    expect(parsed).toMatchObject({ error: { details: { part: 'n' } } })
  })
})

describe('present', () => {
  it('draws an order of its own for every choice, so that right options are not all in one place', () => {
    const authored = authoredOf(Array.from({ length: 8 }, (_, at) => choice(`c${at}`)))
    const view = clozeSchema.view.parse(cloze.present({ authored, locale: 'en', seed: 5 }))
    expect(new Set(view.gaps.map(({ options }) => options.findIndex(({ id }) => id === 'r'))).size).toBeGreaterThan(1)
  })

  it('numbers the gaps as they are read in the language', () => {
    const authored = authoredOf([word('a'), word('b')], { en: '[[a]] [[b]]', ru: '[[b]] [[a]]' })
    const order = (locale: 'en' | 'ru') =>
      clozeSchema.view.parse(cloze.present({ authored, locale, seed: 1 })).gaps.map(({ id }) => id)
    expect([order('en'), order('ru')]).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ])
    expect(cloze.key({ authored, locale: 'ru', seed: 1 }).parts).toEqual({ b: 'yes', a: 'yes' })
  })
})

describe('check', () => {
  it.each([
    ['STEM_EMPTY', [word('a')], { en: ' ' }],
    ['GAPS_MISSING', [], { en: 'text' }],
    ['MARKER_UNKNOWN', [word('a')], { en: '[[a]] [[b]]' }],
    ['GAP_NOT_IN_TEXT', [word('a'), word('b')], { en: '[[a]] [[b]]', ru: '[[a]]' }],
    ['GAP_NOT_IN_TEXT', [word('a')], { en: '![[[a]]](x.png)' }],
    ['GAP_TWICE', [word('a')], { en: '[[a]] [[a]]' }],
    ['NAME_INVALID', [word('a'), word('b', { name: 'b c' })], { en: '[[a]]' }],
    ['NAME_DUPLICATE', [word('a'), word('b', { name: 'a' })], { en: '[[a]]' }],
    ['ID_DUPLICATE', [word('a'), word('a', { name: 'b' })], { en: '[[a]] [[b]]' }],
    ['WEIGHT_INVALID', [word('a', { weight: 0 })], undefined],
    ['NO_RIGHT_ANSWER', [word('a', { answers: [right('r', 'yes', 0.5)] })], undefined],
    ['OPTIONS_TOO_FEW', [choice('a', { answers: [right('r', 'yes')] })], undefined],
    ['TEXT_DUPLICATE', [word('a', { answers: [right('r', 'yes'), right('s', 'Yes', 0)] })], undefined],
    ['FRACTION_NEGATIVE', [word('a', { answers: [right('r', 'yes'), right('s', 'no', -1)] })], undefined],
    ['MATCHES_EVERYTHING', [word('a', { answers: [right('r', 'yes'), right('s', '*', 0.5)] })], undefined],
    ['NUMBER_INVALID', [word('a', { kind: 'number', answers: [right('r', 'five')] })], undefined],
    ['NUMBER_INVALID', [word('a', { kind: 'number', answers: [right('r', '5:x')] })], undefined],
    ['NUMBER_INVALID', [word('a', { kind: 'number', answers: [right('r', '5..1')] })], undefined],
  ])('%s', (code, gaps, stem) => {
    expect([...new Set(cloze.check(authoredOf(gaps, stem)).map((problem) => problem.code))]).toEqual([code])
  })
})
