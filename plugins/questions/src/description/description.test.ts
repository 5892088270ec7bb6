import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { descriptionGift } from './gift.ts'
import { description } from './index.ts'

const renderer = questionRenderers.find(({ type }) => type === 'description')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(description, { renderer, toHtml: renderToStaticMarkup })

describe('a text without a question', () => {
  it('takes nothing for an answer but nothing', () => {
    const authored = { stem: { en: 'Read.' } }
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const parsed = description.parse({ authored, input, seed: 1 })
        expect(parsed).toMatchObject(parsed.ok ? { value: null } : { error: { code: 'NOTHING_TO_ANSWER' } })
      }),
    )
  })

  it('is not marked and wants a text', () => {
    expect(description.marked).toBe(false)
    const read = readAuthored({ type: description, version: 1, body: { stem: { en: ' ' } } })
    expect(read.ok && description.check(read.value)).toMatchObject([{ code: 'STEM_EMPTY' }])
  })

  it('keeps the characters of a plain GIFT text', () => {
    const question = { name: undefined, category: undefined, tags: [], line: 1, generalFeedback: undefined }
    const read = descriptionGift.fromGift(
      { ...question, format: 'plain', stem: '2 * 3', answers: { kind: 'description' } },
      { locale: 'en', idFor: String },
    )
    expect(read).toEqual({ stem: { en: '2 \\* 3' } })
  })
})
