import { type AnyQuestionType, defineQuestionType } from '@lectern/kernel/question'
import { generalFeedbackField } from '../shared/fields.ts'
import { searchTextOf } from '../shared/present.ts'
import { checkWordGaps } from '../shared/wordGaps/checkWordGaps.ts'
import { wordGapsFields } from '../shared/wordGaps/fields.ts'
import { wordGapsFromPlain } from '../shared/wordGaps/fromPlain.ts'
import { gradeWordGaps, parseWordGaps } from '../shared/wordGaps/gradeWordGaps.ts'
import { keyWordGaps, presentWordGaps } from '../shared/wordGaps/presentWordGaps.ts'
import { dropdownGapsSamples } from './samples.ts'
import { dropdownGapsSchema } from './schema.ts'

/** A text with gaps, each a list of words. Marked by `gradeWordGaps`. */
export const dropdownGaps: AnyQuestionType = defineQuestionType({
  schema: dropdownGapsSchema,
  label: { en: 'Words from lists', ru: 'Слова из списков' },
  block: {
    slug: dropdownGapsSchema.type,
    labels: {
      singular: { en: 'Words from lists', ru: 'Слова из списков' },
      plural: { en: 'Words from lists', ru: 'Слова из списков' },
    },
    fields: [...wordGapsFields, generalFeedbackField],
  },
  present: presentWordGaps,
  parse: ({ authored, input }) => parseWordGaps({ authored, input, reuse: true }),
  grade: gradeWordGaps,
  key: keyWordGaps,
  search: ({ stem, generalFeedback, words }) => searchTextOf([stem, ...words.map(({ text }) => text), generalFeedback]),
  check: (authored) => checkWordGaps({ authored, reuse: true }),
  fromPlain: wordGapsFromPlain,
  samples: dropdownGapsSamples,
})
