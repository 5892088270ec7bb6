import { pickText } from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel/question'
import { checkRows, checkStem, type Problem, plainText } from '../shared/check.ts'
import { generalFeedbackField, stemField } from '../shared/fields.ts'
import { parseRowChoices } from '../shared/parseRowChoices.ts'
import { feedbackOf, searchTextOf } from '../shared/present.ts'
import { shuffleRowsField, textRowsField } from '../shared/rowFields.ts'
import { shuffleRows, toHtmlRows } from '../shared/rowsView.ts'
import { fromPlain } from './fromPlain.ts'
import { likertSamples } from './samples.ts'
import { type Likert, likertSchema, maxPoints, maxStatements } from './schema.ts'

const label = { en: 'Survey scale', ru: 'Шкала опроса' }

/** A survey: how much the learner agrees with each statement. It is never marked. */
export const likert: AnyQuestionType = defineQuestionType({
  schema: likertSchema,
  label,
  marked: false,
  block: {
    slug: likertSchema.type,
    labels: { singular: label, plural: label },
    fields: [
      stemField,
      textRowsField({
        name: 'statements',
        label: { en: 'Statements', ru: 'Утверждения' },
        labels: {
          singular: { en: 'Statement', ru: 'Утверждение' },
          plural: { en: 'Statements', ru: 'Утверждения' },
        },
        description: {
          en: 'A survey is not marked: it adds nothing to the test’s maximum.',
          ru: 'Опрос не оценивается: он ничего не добавляет к максимуму теста.',
        },
        text: { label: { en: 'Text', ru: 'Текст' }, description: { en: 'Markdown.', ru: 'Markdown.' } },
        multiline: true,
        maxRows: maxStatements,
      }),
      textRowsField({
        name: 'points',
        label: { en: 'Scale', ru: 'Шкала' },
        labels: { singular: { en: 'Point', ru: 'Деление' }, plural: { en: 'Points', ru: 'Деления' } },
        description: {
          en: 'From one end to the other. Without any: five points from “Strongly disagree” to “Strongly agree”.',
          ru: 'От одного края к другому. Если пусто: пять делений от «Совсем не согласен» до «Полностью согласен».',
        },
        text: { label: { en: 'Text', ru: 'Текст' }, description: { en: 'Plain text.', ru: 'Простой текст.' } },
        maxRows: maxPoints,
      }),
      { ...shuffleRowsField({ en: 'Shuffle the statements', ru: 'Перемешивать утверждения' }), defaultValue: false },
      generalFeedbackField,
    ],
  },
  present: ({ authored, locale, seed }) => {
    const rows = toHtmlRows({ rows: authored.statements, locale })
    return {
      stem: renderMarkdown(pickText({ text: authored.stem, locale })),
      rows: authored.shuffle ? shuffleRows({ rows, seed, draw: 1 }) : rows,
      options: authored.points.map(({ id, text }) => ({ id, text: pickText({ text, locale }) })),
    }
  },
  parse: ({ authored, input }) => parseRowChoices({ input, rows: authored.statements, options: authored.points, many: false }),
  grade: ({ authored, locale }) => ({
    fraction: 0,
    parts: [],
    feedback: feedbackOf({ text: authored.generalFeedback, locale }),
  }),
  key: () => ({ html: '' }),
  search: ({ stem, generalFeedback, statements, points }) =>
    searchTextOf([stem, ...[...statements, ...points].map(({ text }) => text), generalFeedback]),
  check: checkLikert,
  fromPlain,
  samples: likertSamples,
})

function checkLikert({ stem, statements, points }: Likert): Problem[] {
  const problems = [
    ...checkStem(stem),
    ...checkRows({ field: 'statements', rows: statements, sameText: plainText }),
    ...checkRows({ field: 'points', rows: points, sameText: plainText }),
  ]
  if (statements.length === 0) {
    problems.push({ path: 'statements', code: 'STATEMENTS_TOO_FEW', message: 'Write at least one statement.' })
  }
  if (points.length < 2) problems.push({ path: 'points', code: 'POINTS_TOO_FEW', message: 'A scale has at least two points.' })
  return problems
}
