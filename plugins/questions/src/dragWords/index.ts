import { type AnyQuestionType, defineQuestionType } from '@lectern/kernel/question'
import { generalFeedbackField } from '../shared/fields.ts'
import { searchTextOf } from '../shared/present.ts'
import { checkWordGaps } from '../shared/wordGaps/checkWordGaps.ts'
import { wordGapsFields } from '../shared/wordGaps/fields.ts'
import { wordGapsFromPlain } from '../shared/wordGaps/fromPlain.ts'
import { gradeWordGaps, parseWordGaps } from '../shared/wordGaps/gradeWordGaps.ts'
import { keyWordGaps, presentWordGaps } from '../shared/wordGaps/presentWordGaps.ts'
import { dragWordsSamples } from './samples.ts'
import { dragWordsSchema } from './schema.ts'

/** A text with gaps and a stock of words to put into them. Marked by `gradeWordGaps`. */
export const dragWords: AnyQuestionType = defineQuestionType({
  schema: dragWordsSchema,
  label: { en: 'Drag words into a text', ru: 'Перетащить слова в текст' },
  block: {
    slug: dragWordsSchema.type,
    labels: {
      singular: { en: 'Drag words into a text', ru: 'Перетащить слова в текст' },
      plural: { en: 'Drag words into a text', ru: 'Перетащить слова в текст' },
    },
    fields: [
      ...wordGapsFields,
      {
        name: 'reuse',
        type: 'checkbox',
        defaultValue: false,
        label: { en: 'Words may be used several times', ru: 'Слова можно использовать несколько раз' },
      },
      generalFeedbackField,
    ],
  },
  present: (input) => ({ ...presentWordGaps(input), reuse: input.authored.reuse }),
  parse: ({ authored, input }) => parseWordGaps({ authored, input, reuse: authored.reuse }),
  grade: gradeWordGaps,
  key: keyWordGaps,
  search: ({ stem, generalFeedback, words }) => searchTextOf([stem, ...words.map(({ text }) => text), generalFeedback]),
  check: (authored) => checkWordGaps({ authored, reuse: authored.reuse }),
  fromPlain: wordGapsFromPlain,
  samples: dragWordsSamples,
})
