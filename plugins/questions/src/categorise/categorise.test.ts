import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { RowChoices } from '../shared/rowChoices.ts'
import { questionRenderers } from '../site.ts'
import { categorise } from './index.ts'
import type { Categorise } from './schema.ts'

const renderer = questionRenderers.find(({ type }) => type === 'categorise')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(categorise, { renderer, toHtml: renderToStaticMarkup })

const item = (id: string) => ({ id, text: { en: `item ${id}` }, feedback: {} })

/** Item `i0`, `i1`, … belongs to the category of the given number of three; items of -1 belong nowhere. */
function question(belongs: number[]): Categorise {
  const ids = (category: number) => belongs.flatMap((own, at) => (own === category ? [item(`i${at}`)] : []))
  return {
    stem: { en: '?' },
    generalFeedback: {},
    categories: [0, 1, 2].map((category) => ({ id: `c${category}`, text: { en: `category ${category}` }, items: ids(category) })),
    distractors: ids(-1),
  }
}

function fractionOf(authored: Categorise, choices: RowChoices['choices']): number {
  const parsed = categorise.parse({ authored, input: { choices }, seed: 1 })
  if (!parsed.ok) throw new Error(parsed.error.code)
  if (parsed.value === null) return 0
  return categorise.grade({ authored, response: parsed.value, locale: 'en', seed: 1 }).fraction
}

/** Where each item belongs and where it was put: at least one belongs somewhere. */
const anyAnswered = fc
  .array(fc.record({ own: fc.integer({ min: -1, max: 2 }), given: fc.integer({ min: -1, max: 2 }) }), { maxLength: 12 })
  .map((items) => [{ own: 0, given: 1 }, ...items])

function toChoices(items: { given: number }[]): RowChoices['choices'] {
  return items.flatMap(({ given }, at) => (given < 0 ? [] : [{ row: `i${at}`, option: `c${given}` }]))
}

describe('marking of categorise', () => {
  it('earns what is right less what should have been left out, never below 0', () => {
    fc.assert(
      fc.property(anyAnswered, (items) => {
        const belonging = items.filter(({ own }) => own >= 0)
        const right = belonging.filter(({ own, given }) => own === given).length
        const misplaced = items.filter(({ own, given }) => own < 0 && given >= 0).length
        const expected = Math.max(0, right - misplaced) / belonging.length
        expect(fractionOf(question(items.map(({ own }) => own)), toChoices(items))).toBe(expected)
      }),
    )
  })

  it('gives full marks for exactly the right places and for nothing else', () => {
    fc.assert(
      fc.property(anyAnswered, fc.boolean(), (items, makeRight) => {
        const answered = makeRight ? items.map(({ own }) => ({ own, given: own })) : items
        const isRight = answered.every(({ own, given }) => own === given)
        expect(fractionOf(question(answered.map(({ own }) => own)), toChoices(answered)) === 1).toBe(isRight)
      }),
    )
  })

  it('gives nothing to whoever puts everything into one category when as much belongs nowhere', () => {
    const everything = [0, 1, -1, -1].map((_, at) => ({ row: `i${at}`, option: 'c0' }))
    expect(fractionOf(question([0, 1, -1, -1]), everything)).toBe(0)
  })
})

describe('a learner’s view of categorise', () => {
  it('is the same wherever the items belong', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 4, maxLength: 4 }), (seed, belongs) => {
        const view = (given: number[]) => categorise.present({ authored: question(given), locale: 'en', seed })
        expect(view(belongs)).toEqual(view([0, 0, 1, -1]))
      }),
    )
  })
})

describe('parse of categorise', () => {
  it.each([
    ['ROW_UNKNOWN', { choices: [{ row: 'c0', option: 'c0' }] }],
    ['OPTION_UNKNOWN', { choices: [{ row: 'i0', option: 'toString' }] }],
    ['RESPONSE_INVALID', { choices: [{ row: 'i0', option: Number.NaN }] }],
    ['RESPONSE_INVALID', { choices: Array.from({ length: 1001 }, () => ({ row: 'i0', option: 'c0' })) }],
  ])('refuses with %s', (code, input) => {
    expect(categorise.parse({ authored: question([0, 1]), input, seed: 1 })).toMatchObject({ ok: false, error: { code } })
  })
})

describe('check of categorise', () => {
  const stem = { en: '?' }
  const category = (id: string, items: object[]) => ({ id, text: { en: `category ${id}` }, items })
  it.each([
    ['CATEGORIES_TOO_FEW', 'categories', { stem, categories: [category('a', [item('x')])] }],
    ['ITEMS_TOO_FEW', 'categories', { stem, categories: [category('a', []), category('b', [])], distractors: [item('x')] }],
    [
      'TEXT_DUPLICATE',
      'categories.1.items.0.text',
      { stem, categories: [category('a', [item('x')]), category('b', [{ ...item('x'), id: 'y' }])] },
    ],
    [
      'ID_DUPLICATE',
      'distractors.0.id',
      {
        stem,
        categories: [category('a', [item('x')]), category('b', [])],
        distractors: [{ ...item('x'), text: { en: 'another' } }],
      },
    ],
  ])('%s at %s', (code, path, body) => {
    const read = readAuthored({ type: categorise, version: 1, body })
    expect(read.ok && categorise.check(read.value)).toMatchObject([{ code, path }])
  })
})
