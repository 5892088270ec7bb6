import type { GiftAnswer, GiftInterchange, Locale } from '@lectern/content-schemas'
import { pickText } from '@lectern/content-schemas'
import { mergeChoice, optionsFromGift, stemFromGift, stemToGift, weightOf } from '../shared/gift.ts'
import type { SingleChoice } from './schema.ts'

const truth: Record<Locale, { yes: string; no: string }> = {
  en: { yes: 'True', no: 'False' },
  ru: { yes: 'Верно', no: 'Неверно' },
  ar: { yes: 'صحيحة', no: 'خاطئة' },
}

/**
 * As in Moodle, a list of choices with `=` in it takes one answer; `~%50%` beside it earns a part. A list without any
 * `=` is multiple choice. `{T}` and `{F}` become a choice of two in their fixed order.
 */
export const singleChoiceGift: GiftInterchange<SingleChoice> = {
  fromGift: (question, { locale, idFor }) => {
    const stem = stemFromGift({ question, locale })
    if (question.answers.kind === 'trueFalse') {
      const { right, feedbackRight, feedbackWrong } = question.answers
      const { yes, no } = truth[locale]
      const answers: GiftAnswer[] = [
        { mark: right ? '=' : '~', weight: undefined, text: yes, feedback: right ? feedbackRight : feedbackWrong },
        { mark: right ? '~' : '=', weight: undefined, text: no, feedback: right ? feedbackWrong : feedbackRight },
      ]
      return { ...stem, options: optionsFromGift({ answers, format: question.format, locale, idFor }), shuffle: false }
    }
    if (question.answers.kind !== 'choices') return null
    const { answers } = question.answers
    if (!answers.some(({ mark }) => mark === '=')) return null
    return { ...stem, options: optionsFromGift({ answers, format: question.format, locale, idFor }), shuffle: true }
  },
  toGift: (authored, { locale }) => ({
    question: {
      ...stemToGift({ authored, locale }),
      answers: {
        kind: 'choices',
        answers: authored.options.map(({ text, fraction, feedback }) => ({
          mark: fraction === 1 ? '=' : '~',
          weight: fraction === 1 || fraction === 0 ? undefined : weightOf(fraction),
          text: pickText({ text, locale }),
          feedback: pickText({ text: feedback, locale }) || undefined,
        })),
      },
    },
    lost: authored.shuffle ? [] : ['shuffle'],
  }),
  mergeTranslation: mergeChoice,
}
