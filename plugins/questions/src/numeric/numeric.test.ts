import type { GiftAnswer, GiftQuestion } from '@lectern/content-schemas'
import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { numeric } from './index.ts'

const renderer = questionRenderers.find(({ type }) => type === 'numeric')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(numeric, { renderer, toHtml: renderToStaticMarkup })

const units = [
  { id: 'base', name: { en: 'm', ru: 'м' }, multiplier: 1 },
  { id: 'cm', name: { en: 'cm' }, multiplier: 100 },
]
const answers = [
  { id: 'a', value: 5, tolerance: 0.1, fraction: 1 },
  { id: 'b', value: 6, fraction: 0.5 },
]

function authoredOf(settings: object): unknown {
  const read = readAuthored({ type: numeric, version: 1, body: { stem: { en: '?' }, answers, ...settings } })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

/** The fraction earned, or the code of the refusal. */
function outcome(settings: object, response: unknown): unknown {
  const authored = authoredOf(settings)
  const parsed = numeric.parse({ authored, input: response, seed: 1 })
  if (!parsed.ok) return parsed.error.code
  return parsed.value === null ? null : numeric.grade({ authored, response: parsed.value, locale: 'en', seed: 1 }).fraction
}

describe('units', () => {
  it.each([
    ['none', '5 m', 'UNIT_NOT_ASKED'],
    ['optional', '5', 1],
    ['optional', '500 cm', 1],
    ['optional', '5 м', 1],
    ['optional', '5 cm', 0],
    ['optional', '5 miles', 'UNIT_UNKNOWN'],
    ['required', '500cm', 1],
    ['required', '600 cm', 0.5],
    ['required', '5', 0.9],
    ['required', '6', 0.45],
    ['required', '5 miles', 0.9],
    ['required', '5 cm', 0.9],
    ['required', '7 m', 0],
    ['required', '5 M', 0.9],
  ])('%s: “%s” → %s', (unit, text, expected) => {
    expect(outcome({ unit, units }, { text })).toBe(expected)
  })

  it('may cost a share of the question’s mark instead, and never more than was earned', () => {
    expect(outcome({ unit: 'required', units, unitPenalty: 0.3, unitPenaltyOf: 'question' }, { text: '6' })).toBe(0.2)
    expect(outcome({ unit: 'required', units, unitPenalty: 1, unitPenaltyOf: 'question' }, { text: '6' })).toBe(0)
  })

  it('are chosen from a list by id, and missing is not refused but costs', () => {
    const chosen = { unit: 'required', unitInput: 'chosen', units }
    expect(outcome(chosen, { text: '500', unit: 'cm' })).toBe(1)
    expect(outcome(chosen, { text: '5' })).toBe(0.9)
    expect(outcome(chosen, { text: '5 m' })).toBe('UNIT_NOT_ASKED')
    expect(outcome(chosen, { text: '5', unit: '__proto__' })).toBe('UNIT_UNKNOWN')
    expect(outcome({ unit: 'required', units }, { text: '5', unit: 'cm' })).toBe('UNIT_UNKNOWN')
  })

  it('are one and the same in different characters', () => {
    const micro = [{ id: 'u', name: { en: 'µm²' }, multiplier: 1 }]
    expect(outcome({ unit: 'required', units: micro }, { text: '5 μm2' })).toBe(1)
  })

  it('are marked as a part of their own', () => {
    const authored = authoredOf({ unit: 'required', units })
    const { parts } = numeric.grade({ authored, response: { text: '5' }, locale: 'en', seed: 1 })
    expect(parts).toEqual([
      { part: 'text', fraction: 1, state: 'right' },
      { part: 'unit', fraction: -0.1, state: 'wrong' },
    ])
  })

  it('never earn more wrong than right', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.double({ min: 0, max: 1, noNaN: true }), (size, unitPenalty) => {
        const settings = { unit: 'required', units, unitPenalty }
        const right = Number(outcome(settings, { text: `${size / 100} m` }))
        const missing = Number(outcome(settings, { text: `${size / 100}` }))
        expect(missing).toBeLessThanOrEqual(right)
        expect(missing).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('parse', () => {
  it.each([
    [{ text: 'x'.repeat(1_000_000) }, 'RESPONSE_INVALID'],
    [{ text: 5 }, 'RESPONSE_INVALID'],
    [{ text: '5', unit: 7 }, 'RESPONSE_INVALID'],
    [[5], 'RESPONSE_INVALID'],
    [{ text: 'NaN' }, 'NUMBER_NOT_FINITE'],
    [{ text: '1e400' }, 'NUMBER_OUT_OF_RANGE'],
    [{ text: '1 000' }, 'THOUSANDS_SEPARATOR'],
    [{ text: 'five' }, 'NOT_A_NUMBER'],
    [{ text: ' \u200b ' }, null],
  ])('%# → %s', (input, expected) => {
    expect(outcome({}, input)).toBe(expected)
  })
})

describe('check', () => {
  const codes = (settings: object) => numeric.check(authoredOf(settings)).map(({ code }) => code)
  it.each([
    ['STEM_EMPTY', { stem: {} }],
    ['NO_RIGHT_ANSWER', { answers: [{ id: 'a', value: 5, fraction: 0.5 }] }],
    ['VALUE_EMPTY', { answers: [{ id: 'a', fraction: 1 }] }],
    ['TOLERANCE_NEGATIVE', { answers: [{ id: 'a', value: 5, tolerance: -1, fraction: 1 }] }],
    ['TOLERANCE_OF_ZERO', { answers: [{ id: 'a', value: 0, tolerance: 1, toleranceType: 'relative', fraction: 1 }] }],
    ['RANGE_EMPTY', { answers: [{ id: 'a', match: 'range', from: 1, fraction: 1 }] }],
    ['RANGE_REVERSED', { answers: [{ id: 'a', match: 'range', from: 2, to: 1, fraction: 1 }] }],
    ['MATCHES_EVERYTHING', { answers: [...answers, { id: 'c', match: 'any', fraction: 0.1 }] }],
    ['FRACTION_NEGATIVE', { answers: [...answers, { id: 'c', value: 7, fraction: -0.1 }] }],
    ['ID_DUPLICATE', { answers: [...answers, { id: 'a', value: 7, fraction: 0 }] }],
    ['UNIT_BASE_MISSING', { unit: 'optional', units: [] }],
    ['UNIT_MULTIPLIER_INVALID', { unit: 'optional', units: [...units, { id: 'x', name: { en: 'x' }, multiplier: 0 }] }],
    ['TEXT_DUPLICATE', { unit: 'optional', units: [...units, { id: 'x', name: { ru: 'm' }, multiplier: 2 }] }],
    ['TEXT_EMPTY', { unit: 'optional', units: [...units, { id: 'x', name: {}, multiplier: 2 }] }],
    ['UNIT_NOT_READABLE', { unit: 'optional', units: [...units, { id: 'x', name: { en: 'e5' }, multiplier: 2 }] }],
  ])('%s', (code, settings) => {
    expect(codes(settings)).toEqual([code])
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '5'])('a body with the number %s is not read', (value) => {
    const body = { stem: {}, answers: [{ id: 'a', value, fraction: 1 }] }
    expect(readAuthored({ type: numeric, version: 1, body }).ok).toBe(false)
  })
})

describe('GIFT', () => {
  const gift = numeric.interchange?.gift
  const answer = (text: string, more: Partial<GiftAnswer> = {}): GiftAnswer => ({
    mark: '=',
    weight: undefined,
    text,
    feedback: undefined,
    ...more,
  })
  const read = (list: GiftAnswer[]) => {
    const question: GiftQuestion = {
      format: 'moodle',
      answers: { kind: 'numeric', answers: list },
      name: 'n',
      stem: 'How many?',
      generalFeedback: undefined,
      category: undefined,
      tags: [],
      line: 1,
    }
    return gift?.fromGift(question, { locale: 'en', idFor: (ordinal) => `id${ordinal}` })
  }

  it('reads numbers, tolerances, ranges and “everything else”', () => {
    expect(
      read([answer('3'), answer('2:0.5', { weight: 50 }), answer('-1e3..5'), answer('', { mark: '~', feedback: 'off' })]),
    ).toMatchObject({
      answers: [
        { match: 'near', value: 3, tolerance: 0, fraction: 1 },
        { match: 'near', value: 2, tolerance: 0.5, fraction: 0.5 },
        { match: 'range', from: -1000, to: 5, fraction: 1 },
        { match: 'any', fraction: 0, feedback: { en: 'off' } },
      ],
    })
  })

  it('names what it cannot say', () => {
    const authored = authoredOf({
      unit: 'optional',
      units,
      decimalMark: 'comma',
      answers: [{ id: 'a', value: 4, tolerance: 1, toleranceType: 'geometric', fraction: 1 }],
    })
    expect(gift?.toGift(authored, { locale: 'en' })).toMatchObject({
      question: { answers: { answers: [{ text: '2..8' }] } },
      lost: ['toleranceType', 'units', 'decimalMark'],
    })
  })

  it.each([
    ['TRANSLATION_DOES_NOT_FIT', [answer('3'), answer('4')]],
    ['TRANSLATION_MARKS_DIFFER', [answer('4')]],
  ])('refuses a translation with %s', (code, list) => {
    expect(gift?.mergeTranslation(read([answer('3')]), read(list), 'ru')).toMatchObject({ error: { code } })
  })
})
