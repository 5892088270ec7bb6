import { type GiftInterchange, pickText, success } from '@lectern/content-schemas'
import { fractionOf, localized, mergeStem, stemFromGift, stemToGift, toMarkdown, weightOf, withLanguage } from '../shared/gift.ts'
import type { ShortText } from './schema.ts'

/** Accepted answers are plain text in both, and `*` means the same. */
export const shortTextGift: GiftInterchange<ShortText> = {
  fromGift: (question, { locale, idFor }) => {
    if (question.answers.kind !== 'short') return null
    const { format } = question
    return {
      ...stemFromGift({ question, locale }),
      caseSensitive: false,
      ignoreDiacritics: false,
      editDistance: 0,
      answers: question.answers.answers.map((answer, at) => ({
        id: idFor(at),
        text: localized(answer.text, locale),
        fraction: Math.max(0, fractionOf(answer)),
        feedback: localized(answer.feedback === undefined ? undefined : toMarkdown({ text: answer.feedback, format }), locale),
      })),
    }
  },
  toGift: (authored, { locale }) => ({
    question: {
      ...stemToGift({ authored, locale }),
      answers: {
        kind: 'short',
        answers: authored.answers.map(({ text, fraction, feedback }) => ({
          mark: '=',
          weight: fraction === 1 ? undefined : weightOf(fraction),
          text: pickText({ text, locale }),
          feedback: pickText({ text: feedback, locale }) || undefined,
        })),
      },
    },
    lost: (['caseSensitive', 'ignoreDiacritics', 'editDistance'] as const).filter((option) => Boolean(authored[option])),
  }),
  // Languages may have different numbers of accepted spellings, so each translated answer joins the first free one of
  // the same worth, and those left over become answers of their own. Any answer is accepted in any language.
  mergeTranslation: (authored, translated, locale) => {
    const answers = [...authored.answers]
    const taken = new Set<number>()
    for (const answer of translated.answers) {
      const at = answers.findIndex((candidate, index) => !taken.has(index) && candidate.fraction === answer.fraction)
      const partner = answers[at]
      if (partner) {
        taken.add(at)
        answers[at] = {
          ...partner,
          text: withLanguage({ text: partner.text, from: answer.text, locale }),
          feedback: withLanguage({ text: partner.feedback, from: answer.feedback, locale }),
        }
      } else {
        taken.add(answers.length)
        answers.push({ ...answer, id: freeId({ wanted: answer.id, taken: answers.map(({ id }) => id) }) })
      }
    }
    return success({ ...authored, ...mergeStem({ authored, translated, locale }), answers })
  },
}

function freeId({ wanted, taken }: { wanted: string; taken: string[] }): string {
  let id = wanted
  while (taken.includes(id)) id = `${id}x`
  return id
}
