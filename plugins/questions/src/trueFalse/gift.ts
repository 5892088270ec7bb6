import { failure, type GiftInterchange, pickText, success } from '@lectern/content-schemas'
import { localized, mergeStem, stemFromGift, stemToGift, toMarkdown, withLanguage } from '../shared/gift.ts'
import type { TrueFalse } from './schema.ts'

/** `{T}` and `{F}`. GIFT's two feedbacks are for the wrong answer and for the right one. */
export const trueFalseGift: GiftInterchange<TrueFalse> = {
  fromGift: (question, { locale }) => {
    if (question.answers.kind !== 'trueFalse') return null
    const { right, feedbackRight, feedbackWrong } = question.answers
    const feedback = (text: string | undefined) =>
      localized(text === undefined ? undefined : toMarkdown({ text, format: question.format }), locale)
    return {
      ...stemFromGift({ question, locale }),
      truth: right ? 'true' : 'false',
      feedbackTrue: feedback(right ? feedbackRight : feedbackWrong),
      feedbackFalse: feedback(right ? feedbackWrong : feedbackRight),
    }
  },
  toGift: (authored, { locale }) => {
    const isTrue = authored.truth === 'true'
    const [right, wrong] = isTrue
      ? [authored.feedbackTrue, authored.feedbackFalse]
      : [authored.feedbackFalse, authored.feedbackTrue]
    return {
      question: {
        ...stemToGift({ authored, locale }),
        answers: {
          kind: 'trueFalse',
          right: isTrue,
          feedbackRight: pickText({ text: right, locale }) || undefined,
          feedbackWrong: pickText({ text: wrong, locale }) || undefined,
        },
      },
      lost: [],
    }
  },
  mergeTranslation: (authored, translated, locale) => {
    if (authored.truth !== translated.truth) {
      return failure({ code: 'TRANSLATION_MARKS_DIFFER', message: 'The translation calls the other answer right.' })
    }
    return success({
      ...authored,
      ...mergeStem({ authored, translated, locale }),
      feedbackTrue: withLanguage({ text: authored.feedbackTrue, from: translated.feedbackTrue, locale }),
      feedbackFalse: withLanguage({ text: authored.feedbackFalse, from: translated.feedbackFalse, locale }),
    })
  },
}
