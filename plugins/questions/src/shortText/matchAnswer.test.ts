import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, matchAnswer } from './matchAnswer.ts'

function fits(pattern: string, text: string, caseSensitive = false): boolean {
  return matchAnswer({ pattern, text, caseSensitive })
}

describe('matchAnswer', () => {
  it.each([
    ['Content-Type', ' content-type '],
    ['two  words', 'two\u00a0words'],
    ['café', 'cafe\u0301'],
    ['Ёлка', 'ёлка'],
    ['*berlin*', 'the city of Berlin, Germany'],
    ['a*b*c', 'a-b-b-c'],
    ['*', 'anything'],
    ['*', ''],
    ['5 \\* 3', '5 * 3'],
    ['a\\b', 'a\\b'],
    ['ab*ba', 'abba'],
  ])('%s accepts “%s”', (pattern, text) => {
    expect(fits(pattern, text)).toBe(true)
  })

  it.each([
    ['5 \\* 3', '5 + 3'],
    ['ab*ba', 'aba'],
    ['a*b', 'a-b-c'],
    ['*b', 'a'],
    ['cat', 'concatenate'],
    ['a.c', 'abc'],
    ['a*b*c', 'a-c-b'],
  ])('%s refuses “%s”', (pattern, text) => {
    expect(fits(pattern, text)).toBe(false)
  })

  it('minds capitals only when told to', () => {
    expect(fits('NaCl', 'nacl', true)).toBe(false)
    expect(fits('NaCl', 'NaCl', true)).toBe(true)
  })

  it('answers hostile patterns at once', () => {
    const start = performance.now()
    expect(fits(`${'*a'.repeat(400)}*b`, 'a'.repeat(1000))).toBe(false)
    expect(performance.now() - start).toBeLessThan(200)
  })

  it('agrees with a plain description of the wildcard', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 })
    fc.assert(
      fc.property(pattern, letters, (given, text) => {
        expect(fits(given, text)).toBe(new RegExp(`^${given.replaceAll('*', '.*')}$`).test(text))
      }),
    )
  })
})

describe('cleanText', () => {
  it('takes out what cannot be seen: direction overrides, controls, zero-width spaces', () => {
    expect(cleanText('\u202eab\u0000c\u200b\u2066d\u2069\ufeff')).toBe('abcd')
    expect(cleanText(' \t a \n b ')).toBe('a b')
    expect(cleanText('\u0085\u200b ')).toBe('')
  })

  it('keeps the joiners that words are spelt with', () => {
    expect(cleanText('می\u200cخواهم')).toBe('می\u200cخواهم')
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
      }),
    )
  })
})
