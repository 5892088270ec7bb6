import { describe, expect, it } from 'vitest'
import { gapTextToCloze } from './gapText.ts'

const idFor = (ordinal: number) => `id-${ordinal}`

describe('gapTextToCloze', () => {
  it('makes each BLANK the gap of its answer, in order', () => {
    const body = gapTextToCloze({ text: '`I BLANK to BLANK.`', blanks: ['go', 'school'], locale: 'en', idFor })
    expect(body).toMatchObject({
      stem: { en: '`I [[1]] to [[2]].`' },
      gaps: [
        { name: '1', answers: [{ text: { en: 'go' }, fraction: 1 }] },
        { name: '2', answers: [{ text: { en: 'school' } }] },
      ],
    })
  })

  it('accepts an answer without the pronunciation in brackets', () => {
    const body = gapTextToCloze({ text: 'BLANK', blanks: ['你好 (nǐ hǎo)'], locale: 'en', idFor })
    expect(body.gaps).toMatchObject([{ answers: [{ text: { en: '你好 (nǐ hǎo)' } }, { text: { en: '你好' } }] }])
  })

  it('takes an asterisk of an answer for an asterisk', () => {
    const body = gapTextToCloze({ text: 'BLANK', blanks: ['a*b'], locale: 'en', idFor })
    expect(body.gaps).toMatchObject([{ answers: [{ text: { en: 'a\\*b' } }] }])
  })
})
