import { type GiftInterchange, pickText, success } from '@lectern/content-schemas'
import { localized, toMarkdown, withLanguage } from '../shared/gift.ts'
import type { Description } from './schema.ts'

/** A GIFT text without braces. Its general feedback has nobody to be shown to, so the text alone is taken. */
export const descriptionGift: GiftInterchange<Description> = {
  fromGift: ({ answers, stem, format }, { locale }) =>
    answers.kind === 'description' ? { stem: localized(toMarkdown({ text: stem, format }), locale) } : null,
  toGift: ({ stem }, { locale }) => ({
    question: {
      format: 'markdown',
      stem: pickText({ text: stem, locale }),
      generalFeedback: undefined,
      answers: { kind: 'description' },
    },
    lost: [],
  }),
  mergeTranslation: (authored, translated, locale) =>
    success({ stem: withLanguage({ text: authored.stem, from: translated.stem, locale }) }),
}
