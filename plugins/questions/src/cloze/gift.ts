import { failure, type GiftGap, type GiftInterchange, pickText, success } from '@lectern/content-schemas'
import { localized, mergeStem, stemFromGift, stemToGift, withLanguage } from '../shared/gift.ts'
import type { Cloze, ClozeGap } from './schema.ts'

/** Moodle's embedded answers. They know nothing of forgiven slips and accents. */
export const clozeGift: GiftInterchange<Cloze> = {
  fromGift: (question, { locale, idFor }) => {
    if (question.answers.kind !== 'cloze') return null
    let ordinal = 0
    const nextId = () => idFor(ordinal++)
    return {
      ...stemFromGift({ question, locale }),
      gaps: question.answers.gaps.map(({ answers, ...gap }): ClozeGap => {
        const id = nextId()
        return {
          id,
          ...gap,
          ignoreDiacritics: false,
          editDistance: 0,
          answers: answers.map(({ text, fraction, feedback }) => ({
            id: nextId(),
            text: localized(text, locale),
            fraction,
            feedback: localized(feedback, locale),
          })),
        }
      }),
    }
  },
  toGift: (authored, { locale }) => ({
    question: {
      ...stemToGift({ authored, locale }),
      answers: {
        kind: 'cloze',
        gaps: authored.gaps.map(
          ({ name, kind, weight, caseSensitive, shuffle, answers }): GiftGap => ({
            name,
            kind,
            weight,
            caseSensitive,
            shuffle,
            answers: answers.map(({ text, fraction, feedback }) => ({
              text: pickText({ text, locale }),
              fraction,
              feedback: pickText({ text: feedback, locale }) || undefined,
            })),
          }),
        ),
      },
    },
    lost: [
      ...(authored.gaps.some(({ ignoreDiacritics }) => ignoreDiacritics) ? ['ignoreDiacritics'] : []),
      ...(authored.gaps.some(({ editDistance }) => editDistance > 0) ? ['editDistance'] : []),
      ...(authored.gaps.some(({ name }, at) => name !== String(at + 1)) ? ['names of gaps'] : []),
      ...(authored.gaps.some(({ weight }) => !Number.isInteger(weight)) ? ['weights'] : []),
      ...(authored.gaps.some(({ kind, answers }) => kind !== 'choice' && answers.some(({ fraction }) => fraction < 0))
        ? ['fractions']
        : []),
    ],
  }),
  mergeTranslation: (authored, translated, locale) => {
    const differs = authored.gaps.some((gap, at) => {
      const other = translated.gaps[at]
      return gap.kind !== other?.kind || String(sharesOf(gap)) !== String(sharesOf(other))
    })
    if (differs || authored.gaps.length !== translated.gaps.length) {
      return failure({
        code: 'TRANSLATION_DOES_NOT_FIT',
        message: 'The translation has other gaps, or marks other answers as right.',
      })
    }
    return success({
      ...authored,
      ...mergeStem({ authored, translated, locale }),
      gaps: authored.gaps.map((gap, at) => ({
        ...gap,
        answers: gap.answers.map((answer, place) => {
          const other = translated.gaps[at]?.answers[place]
          return {
            ...answer,
            text: withLanguage({ text: answer.text, from: other?.text, locale }),
            feedback: withLanguage({ text: answer.feedback, from: other?.feedback, locale }),
          }
        }),
      })),
    })
  },
}

function sharesOf({ answers }: ClozeGap): number[] {
  return answers.map(({ fraction }) => fraction)
}
