import type { Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { localizeBlock } from './localizeBlock.ts'

const text: Field = { name: 'text', type: 'text', localized: true }
const rows: Field = { name: 'rows', type: 'array', fields: [text, { name: 'mark', type: 'number' }] }
const fields: Field[] = [text, { type: 'row', fields: [{ name: 'inRow', type: 'text', localized: true }] }, rows]

describe('localizeBlock', () => {
  it('wraps the localized texts of a form, in lists and rows too', () => {
    const row = { blockType: 'x', text: 'a', inRow: 'b', rows: [{ id: '1', text: 'c', mark: 1 }] }
    expect(localizeBlock({ fields, row, locale: 'ru' })).toEqual({
      blockType: 'x',
      text: { ru: 'a' },
      inRow: { ru: 'b' },
      rows: [{ id: '1', text: { ru: 'c' }, mark: 1 }],
    })
  })

  it('leaves alone what is by language already, and what is empty', () => {
    const row = { text: { en: 'a' }, inRow: null, rows: [] }
    expect(localizeBlock({ fields, row, locale: 'en' })).toEqual(row)
  })

  it('reads the 0 of a form as a list without rows', () => {
    expect(localizeBlock({ fields, row: { rows: 0 }, locale: 'en' })).toEqual({ rows: [] })
  })
})
