import { failure, type GiftInterchange, pickText, success } from '@lectern/content-schemas'
import { localized, mergeStem, stemFromGift, stemToGift, toMarkdown, withLanguage } from '../shared/gift.ts'
import { choiceId } from './choicesOf.ts'
import type { Matching } from './schema.ts'

/** As in Moodle, a pair without a row is a further answer. GIFT has no feedback on pairs. */
export const matchingGift: GiftInterchange<Matching> = {
  fromGift: (question, { locale, idFor }) => {
    if (question.answers.kind !== 'matching') return null
    const rows = question.answers.pairs.map(({ stem, answer }, at) => ({
      id: idFor(at),
      stem: stem.trim(),
      answer: answer.trim(),
    }))
    return {
      ...stemFromGift({ question, locale }),
      pairs: rows
        .filter(({ stem }) => stem !== '')
        .map(({ id, stem, answer }) => ({
          id,
          text: localized(toMarkdown({ text: stem, format: question.format }), locale),
          answer: localized(answer, locale),
          feedback: {},
        })),
      distractors: rows.filter(({ stem }) => stem === '').map(({ id, answer }) => ({ id, text: localized(answer, locale) })),
      shuffle: true,
    }
  },
  toGift: (authored, { locale }) => ({
    question: {
      ...stemToGift({ authored, locale }),
      answers: {
        kind: 'matching',
        pairs: [
          ...authored.pairs.map(({ text, answer }) => ({
            stem: pickText({ text, locale }),
            answer: pickText({ text: answer, locale }),
          })),
          ...authored.distractors.map(({ text }) => ({ stem: '', answer: pickText({ text, locale }) })),
        ],
      },
    },
    lost: [
      ...(authored.shuffle ? [] : ['shuffle']),
      ...(authored.pairs.some(({ feedback }) => Object.values(feedback).some(Boolean)) ? ['feedback'] : []),
    ],
  }),
  mergeTranslation: (authored, translated, locale) => {
    if (authored.pairs.length !== translated.pairs.length || authored.distractors.length !== translated.distractors.length) {
      return failure({
        code: 'TRANSLATION_DOES_NOT_FIT',
        message: 'The translation has not as many pairs and further answers as the question.',
      })
    }
    if (String(sharingOf(authored)) !== String(sharingOf(translated))) {
      return failure({ code: 'TRANSLATION_MARKS_DIFFER', message: 'Other rows share an answer in the translation.' })
    }
    return success({
      ...authored,
      ...mergeStem({ authored, translated, locale }),
      pairs: authored.pairs.map((pair, at) => ({
        ...pair,
        text: withLanguage({ text: pair.text, from: translated.pairs[at]?.text, locale }),
        answer: withLanguage({ text: pair.answer, from: translated.pairs[at]?.answer, locale }),
      })),
      distractors: authored.distractors.map((distractor, at) => ({
        ...distractor,
        text: withLanguage({ text: distractor.text, from: translated.distractors[at]?.text, locale }),
      })),
    })
  },
}

/** For each pair the place of the first pair with the same answer. */
function sharingOf({ pairs }: Matching): number[] {
  const ids = pairs.map(({ answer }) => choiceId(answer))
  return ids.map((id) => ids.indexOf(id))
}
