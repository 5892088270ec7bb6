import { readAuthored } from '@lectern/kernel'
import { describe, expect, it } from 'vitest'
import { multipleChoice } from '../multipleChoice/index.ts'
import { shortText } from '../shortText/index.ts'
import { singleChoice } from '../singleChoice/index.ts'
import { opaqueId } from './opaqueId.ts'

const stem = { en: 'Which?' }
const row = (id: string, text: string, fraction: number) => ({ id, text: { en: text }, fraction })

describe('check', () => {
  it.each([
    ['STEM_EMPTY', singleChoice, { stem: { en: ' ' }, options: [row('a', 'x', 1), row('b', 'y', 0)] }],
    ['TEXT_EMPTY', singleChoice, { stem, options: [row('a', ' ', 1), row('b', 'y', 0)] }],
    ['TEXT_DUPLICATE', singleChoice, { stem, options: [row('a', 'x  y', 1), row('b', ' x y ', 0)] }],
    ['ID_DUPLICATE', singleChoice, { stem, options: [row('a', 'x', 1), row('a', 'y', 0)] }],
    ['OPTIONS_TOO_FEW', singleChoice, { stem, options: [row('a', 'x', 1)] }],
    ['NO_RIGHT_ANSWER', singleChoice, { stem, options: [row('a', 'x', 0.9), row('b', 'y', 0)] }],
    ['ALL_RIGHT', singleChoice, { stem, options: [row('a', 'x', 1), row('b', 'y', 1)] }],
    ['NO_RIGHT_ANSWER', multipleChoice, { stem, options: [row('a', 'x', 0), row('b', 'y', 0)] }],
    ['SHARES_NOT_100', multipleChoice, { stem, options: [row('a', 'x', 0.5), row('b', 'y', 0.4)] }],
    ['NO_RIGHT_ANSWER', shortText, { stem, answers: [row('a', 'x', 0.5)] }],
    ['MATCHES_EVERYTHING', shortText, { stem, answers: [row('a', 'x', 1), row('b', ' * ', 0.5)] }],
    ['FRACTION_NEGATIVE', shortText, { stem, answers: [row('a', 'x', 1), row('b', 'y', -0.5)] }],
    ['TEXT_DUPLICATE', shortText, { stem, answers: [row('a', 'Word', 1), row('b', 'word', 0.5)] }],
  ])('%s in %#', (code, type, body) => {
    const read = readAuthored({ type, version: 1, body })
    expect(read.ok && type.check(read.value).map((problem) => problem.code)).toEqual([code])
  })

  it('accepts three thirds as a whole', () => {
    const options = [row('a', 'x', 0.33333), row('b', 'y', 0.33333), row('c', 'z', 0.33333), row('d', 'w', -1)]
    const read = readAuthored({ type: multipleChoice, version: 1, body: { stem, options } })
    expect(read.ok && multipleChoice.check(read.value)).toEqual([])
  })
})

describe('a body as the CMS stores it', () => {
  it('is read without the names of blocks and with nulls for what was left empty', () => {
    const stored = {
      id: '6740c0ffee',
      blockType: 'single-choice',
      blockName: null,
      stem: { en: 'Which?', ru: null },
      generalFeedback: null,
      shuffle: null,
      options: [
        { ...row('a', 'x', 1), feedback: { en: null, ru: 'да' } },
        { ...row('b', 'y', 0), fraction: null, feedback: null },
      ],
    }
    expect(readAuthored({ type: singleChoice, version: 1, body: stored })).toEqual({
      ok: true,
      value: {
        stem: { en: 'Which?' },
        generalFeedback: {},
        shuffle: true,
        options: [
          { ...row('a', 'x', 1), feedback: { ru: 'да' } },
          { ...row('b', 'y', 0), feedback: {} },
        ],
      },
    })
  })
})

describe('opaqueId', () => {
  it('replaces the timed ids of new rows and keeps every other', () => {
    const timed = '6740c0ffee6740c0ffee6740'
    expect(opaqueId(timed)).toMatch(/^r[\w-]{11}$/)
    expect(opaqueId(timed)).not.toBe(opaqueId(timed))
    expect(opaqueId(undefined)).toMatch(/^r/)
    expect(opaqueId(opaqueId(timed))).toMatch(/^r/)
    expect(opaqueId('k3f')).toBe('k3f')
  })
})
