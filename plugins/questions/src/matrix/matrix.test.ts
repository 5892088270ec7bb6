import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { matrix } from './index.ts'

const renderer = questionRenderers.find(({ type }) => type === 'matrix')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(matrix, { renderer, toHtml: renderToStaticMarkup })

const stem = { en: '?' }
const column = (id: string, label?: string) => ({ id, text: { en: `column ${id}` }, label })
const row = (id: string, right: string) => ({ id, text: { en: `row ${id}` }, right })

function read(body: object): unknown {
  const authored = readAuthored({ type: matrix, version: 1, body: { stem, ...body } })
  if (!authored.ok) throw new Error(authored.error.message)
  return authored.value
}

describe('columns of a matrix', () => {
  it('are called A, B, C as written when none has a label', () => {
    const authored = read({ columns: [column('z'), column('y'), column('x')], rows: [row('r', 'B')] })
    const earned = (option: string) =>
      matrix.grade({ authored, response: { choices: [{ row: 'r', option }] }, locale: 'en', seed: 1 }).fraction
    expect(['z', 'y', 'x'].map(earned)).toEqual([0, 1, 0])
    expect(matrix.check(authored)).toEqual([])
  })

  it('are not shown with their labels, and rows not with theirs', () => {
    const authored = read({ columns: [column('z', 'LABEL'), column('y', 'B')], rows: [row('r', 'LABEL')] })
    expect(JSON.stringify(matrix.present({ authored, locale: 'en', seed: 1 }))).not.toContain('LABEL')
  })
})

describe('check of a matrix', () => {
  const columns = [column('a', 'A'), column('b', 'B')]
  it.each([
    ['COLUMNS_TOO_FEW', { columns: [column('a', 'A')], rows: [row('r', 'A')] }],
    ['ROWS_TOO_FEW', { columns, rows: [] }],
    ['NO_RIGHT_ANSWER', { columns, rows: [row('r', ' , ')] }],
    ['COLUMN_UNKNOWN', { columns, rows: [row('r', 'A, C')] }],
    ['ALL_RIGHT', { columns, rows: [row('r', 'A B')] }],
    ['LABEL_MISSING', { columns: [...columns, column('c')], rows: [row('r', 'A')] }],
    ['LABEL_DUPLICATE', { columns: [...columns, column('c', 'a')], rows: [row('r', 'B')] }],
    ['LABEL_INVALID', { columns: [...columns, column('c', 'C, D')], rows: [row('r', 'B')] }],
  ])('%s in %#', (code, body) => {
    expect(matrix.check(read(body)).map((problem) => problem.code)).toEqual([code])
  })
})

describe('parse of a matrix', () => {
  const body = { columns: [column('a', 'A'), column('b', 'B')], rows: [row('r', 'A')] }
  const both = {
    choices: [
      { row: 'r', option: 'b' },
      { row: 'r', option: 'a' },
      { row: 'r', option: 'b' },
    ],
  }
  it('takes several columns of a row only where the question does', () => {
    const parse = (authored: unknown) => matrix.parse({ authored, input: both, seed: 1 })
    expect(parse(read(body))).toMatchObject({ ok: false, error: { code: 'ROW_TWICE' } })
    expect(parse(read({ ...body, many: true }))).toEqual({
      ok: true,
      value: {
        choices: [
          { row: 'r', option: 'a' },
          { row: 'r', option: 'b' },
        ],
      },
    })
  })

  it.each([
    ['ROW_UNKNOWN', { choices: [{ row: '__proto__', option: 'a' }] }],
    ['OPTION_UNKNOWN', { choices: [{ row: 'r', option: '\u202ea' }] }],
    ['RESPONSE_INVALID', { choices: { r: 'a' } }],
  ])('refuses with %s', (code, input) => {
    expect(matrix.parse({ authored: read(body), input, seed: 1 })).toMatchObject({ ok: false, error: { code } })
  })
})
