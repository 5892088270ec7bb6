import { pickText } from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel/question'
import { learnerFunctions } from '../shared/expression/functions.ts'
import { generalFeedbackField, stemField } from '../shared/fields.ts'
import { escapeHtml, joinAnswers } from '../shared/key.ts'
import { toTextResponse } from '../shared/plain/plainForm.ts'
import { searchTextOf } from '../shared/present.ts'
import { checkAlgebraic } from './check.ts'
import { algebraicFields } from './fields.ts'
import { everyOther, gradeAlgebraic, parseAlgebraic } from './gradeAlgebraic.ts'
import { algebraicSamples } from './samples.ts'
import { algebraicSchema, maxFormulaLength } from './schema.ts'

const label = { en: 'Expression', ru: 'Выражение' }

/** A typed expression, right in every way of writing it. Marked by `gradeAlgebraic`. */
export const algebraic: AnyQuestionType = defineQuestionType({
  schema: algebraicSchema,
  label,
  block: {
    slug: algebraicSchema.type,
    labels: { singular: label, plural: { en: 'Expressions', ru: 'Выражения' } },
    fields: [stemField, ...algebraicFields, generalFeedbackField],
  },
  present: ({ authored, locale }) => ({
    stem: renderMarkdown(pickText({ text: authored.stem, locale })),
    maxLength: maxFormulaLength,
    form: authored.form,
    variables: authored.variables.map(({ name }) => name).sort(),
    functions: [...learnerFunctions.keys()].filter((name) => authored.functions.includes(name)),
  }),
  parse: parseAlgebraic,
  grade: gradeAlgebraic,
  key: ({ authored, locale }) => {
    const right = authored.answers.filter(({ formula, fraction }) => fraction === 1 && formula.trim() !== everyOther)
    const answers = right.map(({ formula }) => `<code>${escapeHtml(formula)}</code>`)
    return { html: answers.length === 0 ? '—' : joinAnswers({ answers, relation: 'or', locale }) }
  },
  search: ({ stem, generalFeedback }) => searchTextOf([stem, generalFeedback]),
  check: checkAlgebraic,
  fromPlain: toTextResponse,
  samples: algebraicSamples,
})
