import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { ordering } from './index.ts'
import type { Ordering } from './schema.ts'

const renderer = questionRenderers.find(({ type }) => type === 'ordering')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(ordering, { renderer, toHtml: renderToStaticMarkup })

function question(positions: number[]): Ordering {
  return {
    stem: { en: '?' },
    generalFeedback: {},
    scheme: 'position',
    allOrNothing: false,
    items: positions.map((position, at) => ({ id: `i${at}`, text: { en: `item ${at}` }, position, feedback: {} })),
  }
}

describe('a learner’s view of ordering', () => {
  it('has nothing to do with the right order', () => {
    const property = fc.property(fc.nat(), fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 }), (seed, positions) => {
      const view = (given: number[]) => ordering.present({ authored: question(given), locale: 'en', seed })
      expect(view(positions)).toEqual(view([1, 2, 3, 4, 5]))
    })
    fc.assert(property)
  })

  it('begins with every order, the right one included', () => {
    const orders = Array.from({ length: 200 }, (_, seed) =>
      JSON.stringify(ordering.present({ authored: question([1, 2, 3]), locale: 'en', seed })),
    )
    expect(new Set(orders).size).toBe(6)
  })
})

describe('items of ordering', () => {
  const stem = { en: '?' }
  const item = (id: string, position?: number) => ({ id, text: { en: `text ${id}` }, position })

  it('are in the right order as written when none is numbered', () => {
    const read = readAuthored({ type: ordering, version: 1, body: { stem, items: [item('z'), item('a'), item('m')] } })
    if (!read.ok) throw new Error(read.error.message)
    const earned = (order: string[]) =>
      ordering.grade({ authored: read.value, response: { order }, locale: 'en', seed: 1 }).fraction
    expect(earned(['z', 'a', 'm'])).toBe(1)
    expect(earned(['a', 'm', 'z'])).toBe(0)
    expect(ordering.check(read.value)).toEqual([])
  })

  it.each([
    ['ITEMS_TOO_FEW', [item('a')]],
    ['ORDER_OPEN', [item('a', 1), item('b', 1)]],
    ['POSITION_MISSING', [item('a', 1), item('b')]],
    ['ID_DUPLICATE', [item('a', 1), { ...item('a', 2), text: { en: 'other' } }]],
  ])('%s in %#', (code, items) => {
    const read = readAuthored({ type: ordering, version: 1, body: { stem, items } })
    expect(read.ok && ordering.check(read.value).map((problem) => problem.code)).toEqual([code])
  })
})

describe('key of ordering', () => {
  it('names the places that items share', () => {
    const { parts } = ordering.key({ authored: question([1, 3, 3, 9]), locale: 'en', seed: 1 })
    expect(parts).toEqual({ i0: '1', i1: '2–3', i2: '2–3', i3: '4' })
  })
})

describe('parse of ordering', () => {
  const authored = question([1, 2, 3])
  it.each([
    ['RESPONSE_INVALID', { order: 'i0' }],
    ['RESPONSE_INVALID', { order: ['x'.repeat(1_000_000)] }],
    ['RESPONSE_INVALID', { order: [Number.NaN, Number.POSITIVE_INFINITY] }],
    ['ITEM_UNKNOWN', { order: ['i0', 'i1', '__proto__'] }],
    ['ORDER_INCOMPLETE', { order: ['i0', 'i1'] }],
    ['ORDER_INCOMPLETE', { order: ['i0', 'i1', 'i1'] }],
    ['ORDER_INCOMPLETE', { order: ['i0', 'i1', 'i2', 'i2'] }],
  ])('refuses with %s: %j', (code, input) => {
    expect(ordering.parse({ authored, input, seed: 1 })).toMatchObject({ ok: false, error: { code } })
  })
})
