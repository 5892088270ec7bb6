import { failure, type GiftInterchange, pickText, success } from '@lectern/content-schemas'
import { fractionOf, localized, mergeStem, stemFromGift, stemToGift, toMarkdown, weightOf, withLanguage } from '../shared/gift.ts'
import { readNumbers, writeNumbers } from './numbersText.ts'
import type { Numeric } from './schema.ts'

/**
 * `{#3:0.1}`, `{#2.9..3.1}` and lists of them; a last `~` without a number is for every other number. GIFT has absolute
 * tolerances only, so a relative one is written out and a geometric one becomes a range. It has no units.
 */
export const numericGift: GiftInterchange<Numeric> = {
  fromGift: (question, { locale, idFor }) => {
    if (question.answers.kind !== 'numeric') return null
    const { format } = question
    return {
      ...stemFromGift({ question, locale }),
      answers: question.answers.answers.map((answer, at) => ({
        id: idFor(at),
        ...readNumbers(answer.text),
        fraction: Math.max(0, fractionOf(answer)),
        feedback: localized(answer.feedback === undefined ? undefined : toMarkdown({ text: answer.feedback, format }), locale),
      })),
      decimalMark: 'any',
      thousands: false,
      unit: 'none',
      unitInput: 'typed',
      units: [],
      unitPenalty: 0.1,
      unitPenaltyOf: 'answer',
    }
  },
  toGift: (authored, { locale }) => ({
    question: {
      ...stemToGift({ authored, locale }),
      answers: {
        kind: 'numeric',
        answers: authored.answers.map((answer) => ({
          mark: answer.match === 'any' && answer.fraction === 0 ? '~' : '=',
          weight:
            answer.fraction === 1 || (answer.match === 'any' && answer.fraction === 0) ? undefined : weightOf(answer.fraction),
          text: writeNumbers(answer),
          feedback: pickText({ text: answer.feedback, locale }) || undefined,
        })),
      },
    },
    lost: [
      ...(authored.answers.some(
        ({ match, tolerance, toleranceType }) => match === 'near' && tolerance !== 0 && toleranceType !== 'absolute',
      )
        ? ['toleranceType']
        : []),
      ...(authored.unit === 'none' ? [] : ['units']),
      ...(authored.decimalMark === 'any' ? [] : ['decimalMark']),
      ...(authored.thousands ? ['thousands'] : []),
    ],
  }),
  mergeTranslation: (authored, translated, locale) => {
    // What GIFT says of both, since a relative tolerance comes back as an absolute one.
    const said = ({ answers }: Numeric) => JSON.stringify(answers.map((answer) => [writeNumbers(answer), answer.fraction]))
    if (authored.answers.length !== translated.answers.length) {
      return failure({ code: 'TRANSLATION_DOES_NOT_FIT', message: 'The translation has another number of answers.' })
    }
    if (said(authored) !== said(translated)) {
      return failure({ code: 'TRANSLATION_MARKS_DIFFER', message: 'The translation accepts other numbers.' })
    }
    return success({
      ...authored,
      ...mergeStem({ authored, translated, locale }),
      answers: authored.answers.map((answer, at) => ({
        ...answer,
        feedback: withLanguage({ text: answer.feedback, from: translated.answers[at]?.feedback, locale }),
      })),
    })
  },
}
