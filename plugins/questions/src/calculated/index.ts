import { type AnyQuestionType, defineQuestionType } from '@lectern/kernel/question'
import { numberStyleFields } from '../numeric/fields.ts'
import { fromPlain } from '../numeric/fromPlain.ts'
import { gradeNumeric, parseNumeric } from '../numeric/gradeNumeric.ts'
import { keyNumeric } from '../numeric/keyNumeric.ts'
import { presentNumeric } from '../numeric/presentNumeric.ts'
import { generalFeedbackField, stemFieldOf } from '../shared/fields.ts'
import { searchTextOf } from '../shared/present.ts'
import { checkCalculated } from './check.ts'
import { calculatedFields } from './fields.ts'
import { calculatedSamples } from './samples.ts'
import { calculatedSchema } from './schema.ts'
import { asKey, toNumeric } from './toNumeric.ts'

const label = { en: 'Calculated number', ru: 'Вычисляемое число' }

/** A number computed from parameters that each attempt draws by its seed. With the values drawn it is a `numeric` question. */
export const calculated: AnyQuestionType = defineQuestionType({
  schema: calculatedSchema,
  label,
  block: {
    slug: calculatedSchema.type,
    labels: { singular: label, plural: { en: 'Calculated numbers', ru: 'Вычисляемые числа' } },
    fields: [
      stemFieldOf({
        description: {
          en: 'Markdown. {a} is the value of the parameter a, {=2*a} that of a formula; \\{ is a brace. Feedback may have them too.',
          ru: 'Markdown. {a} — значение параметра a, {=2*a} — значение формулы; \\{ — сама скобка. В комментариях — так же.',
        },
      }),
      ...calculatedFields,
      ...numberStyleFields,
      generalFeedbackField,
    ],
  },
  present: ({ authored, locale, seed }) => {
    const { numeric, fill } = toNumeric({ authored, seed })
    const view = presentNumeric({ authored: numeric, locale })
    return { ...view, stem: fill({ html: view.stem, locale }) }
  },
  // How a number may be written and which units there are does not depend on the values.
  parse: ({ authored, input }) => parseNumeric({ authored: { ...authored, answers: [] }, input }),
  grade: ({ authored, response, locale, seed }) => {
    const { numeric, fill } = toNumeric({ authored, seed })
    const graded = gradeNumeric({ authored: numeric, response, locale, seed })
    return { ...graded, feedback: graded.feedback.map((one) => ({ ...one, html: fill({ html: one.html, locale }) })) }
  },
  key: ({ authored, locale, seed }) => {
    const { numeric } = toNumeric({ authored, seed })
    return keyNumeric({ authored: { ...numeric, answers: numeric.answers.map(asKey) }, locale })
  },
  search: ({ stem, generalFeedback }) => searchTextOf([stem, generalFeedback]),
  check: checkCalculated,
  fromPlain,
  samples: calculatedSamples,
})
