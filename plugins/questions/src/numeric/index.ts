import { type Locale, pickText } from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel'
import { generalFeedbackField, stemField } from '../shared/fields.ts'
import { searchTextOf } from '../shared/present.ts'
import { checkNumeric } from './checkNumeric.ts'
import { numericFields } from './fields.ts'
import { numericGift } from './gift.ts'
import { gradeNumeric, parseNumeric } from './gradeNumeric.ts'
import { keyNumeric } from './keyNumeric.ts'
import { numericSamples } from './samples.ts'
import { maxNumberLength, type Numeric, type NumericView, numericSchema } from './schema.ts'

/** A number, with a unit if the author wants one. Marked by `gradeNumeric`. */
export const numeric: AnyQuestionType = defineQuestionType({
  schema: numericSchema,
  label: { en: 'Number', ru: 'Число' },
  block: {
    slug: numericSchema.type,
    labels: { singular: { en: 'Number', ru: 'Число' }, plural: { en: 'Numbers', ru: 'Числа' } },
    fields: [stemField, ...numericFields, generalFeedbackField],
  },
  present: ({ authored, locale }) => ({
    stem: renderMarkdown(pickText({ text: authored.stem, locale })),
    maxLength: maxNumberLength,
    decimalMark: authored.decimalMark,
    unit: authored.unit,
    units: authored.unit !== 'none' && authored.unitInput === 'chosen' ? presentUnits({ units: authored.units, locale }) : [],
  }),
  parse: parseNumeric,
  grade: gradeNumeric,
  key: keyNumeric,
  search: ({ stem, generalFeedback }) => searchTextOf([stem, generalFeedback]),
  check: checkNumeric,
  samples: numericSamples,
  interchange: { gift: numericGift },
})

/** In alphabetical order, since the author's begins with the right one as often as not. */
function presentUnits({ units, locale }: { units: Numeric['units']; locale: Locale }): NumericView['units'] {
  return units
    .map(({ id, name }) => ({ id, name: pickText({ text: name, locale }) }))
    .sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0))
}
