import type { GiftAnswer, GiftQuestion } from '@lectern/content-schemas'
import { describe, expect, it } from 'vitest'
import { multipleChoice } from '../multipleChoice/index.ts'
import { shortText } from '../shortText/index.ts'
import { singleChoice } from '../singleChoice/index.ts'

const types = [singleChoice, multipleChoice, shortText]
const options = { locale: 'en', idFor: (ordinal: number) => `id${ordinal}` } as const

function question(answers: GiftQuestion['answers'], format: GiftQuestion['format'] = 'moodle'): GiftQuestion {
  return { format, answers, name: 'n', stem: 'Stem', generalFeedback: undefined, category: undefined, tags: [], line: 1 }
}
function answer(mark: '=' | '~', text: string, weight?: number): GiftAnswer {
  return { mark, text, weight, feedback: undefined }
}
function typesThatTake(answers: GiftQuestion['answers']): string[] {
  return types
    .filter((type) => type.interchange?.gift?.fromGift(question(answers), options) != null)
    .map((type) => type.schema.type)
}

describe('which type takes which GIFT question', () => {
  it.each([
    ['single-choice', [answer('=', 'yes'), answer('~', 'no')]],
    ['single-choice', [answer('=', 'yes'), answer('~', 'nearly', 50), answer('~', 'no')]],
    ['multiple-choice', [answer('~', 'a', 50), answer('~', 'b', 50), answer('~', 'c', -100)]],
    ['multiple-choice', [answer('~', 'a', 100), answer('~', 'c')]],
  ])('%s', (type, answers) => {
    expect(typesThatTake({ kind: 'choices', answers })).toEqual([type])
  })

  it('gives true and false to single choice in their fixed order', () => {
    const body = singleChoice.interchange?.gift?.fromGift(
      question({ kind: 'trueFalse', right: false, feedbackWrong: 'No.', feedbackRight: 'Yes.' }),
      options,
    )
    expect(body).toMatchObject({
      shuffle: false,
      options: [
        { text: { en: 'True' }, fraction: 0, feedback: { en: 'No.' } },
        { text: { en: 'False' }, fraction: 1, feedback: { en: 'Yes.' } },
      ],
    })
  })

  it('gives typed answers to short text and leaves numbers, pairs and essays alone', () => {
    expect(typesThatTake({ kind: 'short', answers: [answer('=', 'x')] })).toEqual(['short-text'])
    expect(typesThatTake({ kind: 'numeric', answers: [] })).toEqual([])
    expect(typesThatTake({ kind: 'matching', pairs: [] })).toEqual([])
    expect(typesThatTake({ kind: 'essay' })).toEqual([])
  })
})

describe('texts from GIFT', () => {
  it('keeps plain text plain: Markdown characters are escaped', () => {
    const body = singleChoice.interchange?.gift?.fromGift(
      question({ kind: 'choices', answers: [answer('=', 'a*b*c'), answer('~', '_x_')] }, 'plain'),
      options,
    )
    expect(singleChoice.present({ authored: body, locale: 'en', seed: 1 })).toMatchObject({
      options: expect.arrayContaining([
        { id: 'id0', html: 'a*b*c' },
        { id: 'id1', html: '_x_' },
      ]),
    })
  })
})

describe('translations from GIFT', () => {
  const gift = singleChoice.interchange?.gift
  const choices = (answers: GiftAnswer[], locale: 'en' | 'ru') =>
    gift?.fromGift(question({ kind: 'choices', answers }), { ...options, locale })
  const english = choices([answer('=', 'yes'), answer('~', 'no')], 'en')

  it.each([
    ['TRANSLATION_DOES_NOT_FIT', [answer('=', 'да')]],
    ['TRANSLATION_MARKS_DIFFER', [answer('~', 'да'), answer('=', 'нет')]],
  ])('are refused with %s', (code, answers) => {
    expect(gift?.mergeTranslation(english, choices(answers, 'ru'), 'ru')).toMatchObject({ ok: false, error: { code } })
  })

  it('may have more typed answers than the original', () => {
    const short = shortText.interchange?.gift
    const read = (texts: string[], locale: 'en' | 'ru') =>
      short?.fromGift(question({ kind: 'short', answers: texts.map((text) => answer('=', text)) }), { ...options, locale })
    expect(short?.mergeTranslation(read(['one'], 'en'), read(['один', '1'], 'ru'), 'ru')).toMatchObject({
      ok: true,
      value: {
        answers: [
          { id: 'id0', text: { en: 'one', ru: 'один' } },
          { id: 'id1', text: { ru: '1' } },
        ],
      },
    })
  })
})
