import { type GiftInterchange, success } from '@lectern/content-schemas'
import { mergeStem, stemFromGift, stemToGift } from '../shared/gift.ts'
import type { Essay } from './schema.ts'

/** GIFT says of an essay only what is asked: `{}`. A translation brings the question text and the general feedback. */
export const essayGift: GiftInterchange<Essay> = {
  fromGift: (question, { locale }) => {
    if (question.answers.kind !== 'essay') return null
    return {
      ...stemFromGift({ question, locale }),
      minWords: null,
      maxWords: null,
      hardLimit: null,
      rubric: { show: 'writing', criteria: [] },
      modelAnswer: {},
      markerNotes: {},
    }
  },
  toGift: (authored, { locale }) => ({
    question: { ...stemToGift({ authored, locale }), answers: { kind: 'essay' } },
    lost: [
      ...(['minWords', 'maxWords', 'hardLimit'] as const).filter((name) => authored[name] !== null),
      ...(authored.rubric.criteria.length > 0 ? ['rubric'] : []),
      ...(['modelAnswer', 'markerNotes'] as const).filter((name) => Object.values(authored[name]).some(Boolean)),
    ],
  }),
  mergeTranslation: (authored, translated, locale) => success({ ...authored, ...mergeStem({ authored, translated, locale }) }),
}
