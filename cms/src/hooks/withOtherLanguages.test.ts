import { describe, expect, it } from 'vitest'
import { withOtherLanguages } from './withOtherLanguages.ts'

describe('withOtherLanguages', () => {
  it('adds the texts of other languages, to lists by the ids of their rows', () => {
    const stored = {
      stem: { en: 'Old', ru: 'Вопрос' },
      options: [
        { id: 'a', text: { en: 'one', ru: 'один' } },
        { id: 'b', text: { ru: 'два' } },
      ],
    }
    const own = {
      stem: { en: 'New' },
      options: [
        { id: 'b', text: { en: 'two' } },
        { id: 'c', text: { en: 'three' } },
      ],
    }
    expect(withOtherLanguages({ own, stored })).toEqual({
      stem: { en: 'New', ru: 'Вопрос' },
      options: [
        { id: 'b', text: { en: 'two', ru: 'два' } },
        { id: 'c', text: { en: 'three' } },
      ],
    })
  })
})
