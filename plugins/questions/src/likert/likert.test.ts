import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { agreement } from './agreement.ts'
import { likert } from './index.ts'

const renderer = questionRenderers.find(({ type }) => type === 'likert')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(likert, { renderer, toHtml: renderToStaticMarkup })

const stem = { en: '?' }
const statements = [
  { id: 'a', text: { en: 'one' } },
  { id: 'b', text: { en: 'two' } },
]

function read(body: object): unknown {
  const authored = readAuthored({ type: likert, version: 1, body: { stem, statements, ...body } })
  if (!authored.ok) throw new Error(authored.error.message)
  return authored.value
}

describe('a survey', () => {
  it('has the scale of agreement when the author wrote none', () => {
    const points = agreement.map(({ id, text }) => ({ id, text: text.ru }))
    for (const body of [{}, { points: null }, { points: [] }]) {
      expect(likert.present({ authored: read(body), locale: 'ru', seed: 1 })).toMatchObject({ options: points })
    }
  })

  it('earns nothing and asks for no marking, whatever is answered', () => {
    const point = fc.constantFrom(...agreement.map(({ id }) => id))
    fc.assert(
      fc.property(point, point, (first, second) => {
        const response = {
          choices: [
            { row: 'a', option: first },
            { row: 'b', option: second },
          ],
        }
        expect(likert.grade({ authored: read({}), response, locale: 'en', seed: 1 })).toEqual({
          fraction: 0,
          parts: [],
          feedback: [],
        })
      }),
    )
  })

  it('is not marked', () => {
    expect(likert.marked).toBe(false)
  })

  it.each([
    ['STATEMENTS_TOO_FEW', { statements: [] }],
    ['POINTS_TOO_FEW', { points: [{ id: 'p', text: { en: 'only' } }] }],
    ['TEXT_DUPLICATE', { statements: [...statements, { id: 'c', text: { en: 'one' } }] }],
  ])('%s in %#', (code, body) => {
    expect(likert.check(read(body)).map((problem) => problem.code)).toEqual([code])
  })

  it.each([
    ['ROW_UNKNOWN', { choices: [{ row: 'hasOwnProperty', option: 'agreement-1' }] }],
    ['ROW_TWICE', { choices: [1, 2].map((point) => ({ row: 'a', option: `agreement-${point}` })) }],
    ['RESPONSE_INVALID', { choices: [{ row: 'a' }] }],
  ])('refuses with %s', (code, input) => {
    expect(likert.parse({ authored: read({}), input, seed: 1 })).toMatchObject({ ok: false, error: { code } })
  })
})
