import type { GiftQuestion } from '@lectern/content-schemas'
import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { trueFalse } from './index.ts'

const renderer = questionRenderers.find(({ type }) => type === 'true-false')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(trueFalse, { renderer, toHtml: renderToStaticMarkup })

const gift = trueFalse.interchange?.gift
const options = { locale: 'en', idFor: (ordinal: number) => `id${ordinal}` } as const

function statement(right: boolean): GiftQuestion {
  const answers = { kind: 'trueFalse', right, feedbackWrong: 'No.', feedbackRight: 'Yes.' } as const
  return { format: 'plain', answers, name: 'n', stem: 'a*b', generalFeedback: undefined, category: undefined, tags: [], line: 1 }
}

describe('true-false', () => {
  it('earns the mark for the right answer and nothing for the other, whatever is the truth', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (truth, value) => {
        const authored = { stem: {}, generalFeedback: {}, truth: String(truth), feedbackTrue: {}, feedbackFalse: {} }
        expect(trueFalse.grade({ authored, response: { value }, locale: 'en', seed: 1 }).fraction).toBe(truth === value ? 1 : 0)
      }),
    )
  })

  it('gives the feedback of the answer, then the general one', () => {
    const authored = trueFalse.samples[0]?.authored
    const { feedback } = trueFalse.grade({ authored, response: { value: false }, locale: 'en', seed: 1 })
    expect(feedback).toEqual([
      { part: 'false', html: 'Print seventeen digits.' },
      { html: 'Neither tenth is a finite binary fraction.' },
    ])
  })

  it('is unfit while the author has not said which it is', () => {
    const read = readAuthored({ type: trueFalse, version: 1, body: { stem: { en: 'Water is wet.' }, truth: null } })
    expect(read.ok && trueFalse.check(read.value).map(({ code }) => code)).toEqual(['NO_RIGHT_ANSWER'])
  })

  it('takes {T} and {F} from GIFT, the feedback on the wrong answer first', () => {
    expect(gift?.fromGift(statement(false), options)).toEqual({
      stem: { en: 'a\\*b' },
      generalFeedback: {},
      truth: 'false',
      feedbackTrue: { en: 'No.' },
      feedbackFalse: { en: 'Yes.' },
    })
  })

  it('refuses a translation that calls the other answer right', () => {
    const [original, translated] = [gift?.fromGift(statement(true), options), gift?.fromGift(statement(false), options)]
    expect(gift?.mergeTranslation(original, translated, 'ru')).toMatchObject({ error: { code: 'TRANSLATION_MARKS_DIFFER' } })
  })
})
