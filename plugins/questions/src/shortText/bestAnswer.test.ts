import { readAuthored } from '@lectern/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestAnswer } from './bestAnswer.ts'
import { shortText } from './index.ts'
import { isNearAnswer, slipsBetween } from './isNearAnswer.ts'
import { matchAnswer } from './matchAnswer.ts'
import { withoutDiacritics } from './withoutDiacritics.ts'

const near = (pattern: string, text: string, distance = 1) => isNearAnswer({ pattern, text, distance, caseSensitive: false })

describe('isNearAnswer', () => {
  it.each([
    ['colour', 'color'],
    ['colour', 'collour'],
    ['colour', 'Colours'],
    ['colour', 'coluor'],
    ['cat', 'cut'],
    ['5 \\* x', '5 * y'],
  ])('%s forgives “%s”', (pattern, text) => {
    expect(near(pattern, text)).toBe(true)
  })

  it.each([
    ['colour', 'clor', 1],
    ['no', 'on', 1],
    ['cat', 'cute', 2],
    ['1914', '1915', 2],
    ['route 66', 'route 6', 2],
    ['col*', 'cal', 1],
  ])('%s does not forgive “%s”', (pattern, text, distance) => {
    expect(near(pattern, text, distance)).toBe(false)
  })

  it('counts as the plain table of the optimal string alignment does', () => {
    const word = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 })
    fc.assert(
      fc.property(word, word, fc.constantFrom(0, 1, 2), (left, right, limit) => {
        expect(slipsBetween({ left, right, limit })).toBe(Math.min(limit + 1, slipsInFull(left, right)))
      }),
      { numRuns: 500 },
    )
  })
})

describe('withoutDiacritics', () => {
  it.each([
    ['café', 'cafe'],
    ['ёж', 'еж'],
    ['мой', 'мой'],
    ['ΆΛΦΑ', 'ΑΛΦΑ'],
    ['हिन्दी', 'हिन्दी'],
    ['naïve Ångström', 'naive Angstrom'],
  ])('%s → %s', (text, plain) => {
    expect(withoutDiacritics(text)).toBe(plain)
  })

  it('is off unless asked for', () => {
    expect(matchAnswer({ pattern: 'café', text: 'cafe', caseSensitive: false })).toBe(false)
    expect(matchAnswer({ pattern: 'c*é', text: 'cafe', caseSensitive: false, ignoreDiacritics: true })).toBe(true)
  })
})

describe('bestAnswer', () => {
  const answers = [
    { text: { en: 'affect' }, fraction: 1 },
    { text: { en: 'effect' }, fraction: 0.25 },
    { text: { en: '*' }, fraction: 0 },
  ]
  const best = (given: string, editDistance: number) =>
    bestAnswer({ answers, given, editDistance, caseSensitive: false })?.text.en

  it('prefers the answer that was met exactly to a worthier one that was nearly met', () => {
    expect(best('effect', 1)).toBe('effect')
    expect(best('afect', 1)).toBe('affect')
  })

  it('takes “every other answer” only when nothing is near', () => {
    expect(best('cause', 2)).toBe('*')
    expect(best('afect', 0)).toBe('*')
  })
})

describe('a stored body of before', () => {
  it('is read with both options off', () => {
    const read = readAuthored({ type: shortText, version: 1, body: { stem: {}, answers: [], caseSensitive: true } })
    expect(read).toMatchObject({ ok: true, value: { caseSensitive: true, ignoreDiacritics: false, editDistance: 0 } })
  })

  it.each([3, 1.5, -1, '1', Number.NaN])('refuses %s slips', (editDistance) => {
    expect(readAuthored({ type: shortText, version: 1, body: { editDistance } }).ok).toBe(false)
  })
})

function slipsInFull(left: string[], right: string[]): number {
  const table = [...left, ''].map(() => [...right, ''].map(() => 0))
  const cell = (row: number, column: number) => table[row]?.[column] ?? Number.POSITIVE_INFINITY
  table.forEach((cells, row) => {
    cells.forEach((_, column) => {
      const isSame = left[row - 1] === right[column - 1]
      const isSwap = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      const ways = [cell(row - 1, column) + 1, cell(row, column - 1) + 1, cell(row - 1, column - 1) + (isSame ? 0 : 1)]
      cells[column] = row + column === 0 ? 0 : Math.min(...ways, isSwap ? cell(row - 2, column - 2) + 1 : row + column)
    })
  })
  return cell(left.length, right.length)
}
