import { type AnyQuestionType, defineQuestionType } from '@lectern/kernel/question'
import { generalFeedbackField, stemField } from '../shared/fields.ts'
import { searchTextOf } from '../shared/present.ts'
import { checkNumeric } from './checkNumeric.ts'
import { numericFields } from './fields.ts'
import { fromPlain } from './fromPlain.ts'
import { numericGift } from './gift.ts'
import { gradeNumeric, parseNumeric } from './gradeNumeric.ts'
import { keyNumeric } from './keyNumeric.ts'
import { presentNumeric } from './presentNumeric.ts'
import { numericSamples } from './samples.ts'
import { numericSchema } from './schema.ts'

/** A number, with a unit if the author wants one. Marked by `gradeNumeric`. */
export const numeric: AnyQuestionType = defineQuestionType({
  schema: numericSchema,
  label: { en: 'Number', ru: 'Число' },
  block: {
    slug: numericSchema.type,
    labels: { singular: { en: 'Number', ru: 'Число' }, plural: { en: 'Numbers', ru: 'Числа' } },
    fields: [stemField, ...numericFields, generalFeedbackField],
  },
  present: presentNumeric,
  parse: parseNumeric,
  grade: gradeNumeric,
  key: keyNumeric,
  search: ({ stem, generalFeedback }) => searchTextOf([stem, generalFeedback]),
  check: checkNumeric,
  fromPlain,
  samples: numericSamples,
  interchange: { gift: numericGift },
})
