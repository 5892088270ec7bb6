import { type GiftInterchange, pickText } from '@lectern/content-schemas'
import { mergeChoice, optionsFromGift, stemFromGift, stemToGift, weightOf } from '../shared/gift.ts'
import type { MultipleChoice } from './schema.ts'

/** As in Moodle, choices without any `=` take several answers, each worth its weight. */
export const multipleChoiceGift: GiftInterchange<MultipleChoice> = {
  fromGift: (question, { locale, idFor }) => {
    if (question.answers.kind !== 'choices') return null
    const { answers } = question.answers
    if (answers.some(({ mark }) => mark === '=')) return null
    return {
      ...stemFromGift({ question, locale }),
      options: optionsFromGift({ answers, format: question.format, locale, idFor }),
      shuffle: true,
      allOrNothing: false,
    }
  },
  toGift: (authored, { locale }) => ({
    question: {
      ...stemToGift({ authored, locale }),
      answers: {
        kind: 'choices',
        answers: authored.options.map(({ text, fraction, feedback }) => ({
          mark: '~',
          weight: fraction === 0 ? undefined : weightOf(fraction),
          text: pickText({ text, locale }),
          feedback: pickText({ text: feedback, locale }) || undefined,
        })),
      },
    },
    lost: [...(authored.shuffle ? [] : ['shuffle']), ...(authored.allOrNothing ? ['allOrNothing'] : [])],
  }),
  mergeTranslation: mergeChoice,
}
