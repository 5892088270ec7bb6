import { type GradedPart, type GradeInput, type GradeResult, pickText } from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel/question'
import { generalFeedbackField, stemField } from '../shared/fields.ts'
import { escapeHtml, joinAnswers } from '../shared/key.ts'
import { parseRowChoices } from '../shared/parseRowChoices.ts'
import { feedbackOf, searchTextOf } from '../shared/present.ts'
import type { RowChoices } from '../shared/rowChoices.ts'
import { allOrNothingField, rowFeedbackField, shuffleRowsField, textRowsField } from '../shared/rowFields.ts'
import { pairList, shuffleRows, toHtmlRows } from '../shared/rowsView.ts'
import { checkMatrix } from './check.ts'
import { fromPlain } from './fromPlain.ts'
import { rightColumns } from './rightColumns.ts'
import { matrixSamples } from './samples.ts'
import { type Matrix, matrixSchema, maxColumns, maxMatrixRows } from './schema.ts'
import { markRow, markRows } from './scheme.ts'

const label = { en: 'Matrix', ru: 'Матрица' }

/** One or several columns for each row. Each row has an equal share of the mark, earned by `markRow`. */
export const matrix: AnyQuestionType = defineQuestionType({
  schema: matrixSchema,
  label,
  block: {
    slug: matrixSchema.type,
    labels: { singular: label, plural: label },
    fields: [
      stemField,
      textRowsField({
        name: 'columns',
        label: { en: 'Columns', ru: 'Столбцы' },
        labels: { singular: { en: 'Column', ru: 'Столбец' }, plural: { en: 'Columns', ru: 'Столбцы' } },
        description: { en: 'Shown in this order.', ru: 'Показываются в этом порядке.' },
        text: { label: { en: 'Text', ru: 'Текст' }, description: { en: 'Plain text.', ru: 'Простой текст.' } },
        maxRows: maxColumns,
        fields: [
          {
            name: 'label',
            type: 'text',
            label: { en: 'Label', ru: 'Метка' },
            admin: {
              description: {
                en: 'A letter or word by which rows name the column; learners do not see it. Leave it empty in all columns: A, B, C, …',
                ru: 'Буква или слово, которым строки называют столбец; учащиеся её не видят. Пусто у всех столбцов — A, B, C, …',
              },
            },
          },
        ],
      }),
      textRowsField({
        name: 'rows',
        label: { en: 'Rows', ru: 'Строки' },
        labels: { singular: { en: 'Row', ru: 'Строка' }, plural: { en: 'Rows', ru: 'Строки' } },
        description: { en: 'Every row has an equal share of the mark.', ru: 'У каждой строки равная доля балла.' },
        text: { label: { en: 'Text', ru: 'Текст' }, description: { en: 'Markdown.', ru: 'Markdown.' } },
        multiline: true,
        maxRows: maxMatrixRows,
        fields: [
          {
            name: 'right',
            type: 'text',
            label: { en: 'Right columns', ru: 'Верные столбцы' },
            admin: { description: { en: 'Labels of columns: A or A, C.', ru: 'Метки столбцов: A или A, C.' } },
          },
          rowFeedbackField({
            en: 'Shown beside the row to everyone who answered it. Markdown.',
            ru: 'Виден у строки всем, кто на неё ответил. Markdown.',
          }),
        ],
      }),
      {
        name: 'many',
        type: 'checkbox',
        defaultValue: false,
        label: { en: 'Several columns for a row', ru: 'Несколько столбцов в строке' },
        admin: {
          description: {
            en: 'Off: the learner chooses one column in each row, and any of the right ones will do. On: all right ones, and wrong ones cost.',
            ru: 'Выключено: в каждой строке выбирают один столбец, подойдёт любой верный. Включено: нужны все верные, неверные отнимают баллы.',
          },
        },
      },
      allOrNothingField({
        en: 'A row earns for exactly its right columns, and nothing for a part of them.',
        ru: 'Строка засчитывается только за все её верные столбцы.',
      }),
      shuffleRowsField({ en: 'Shuffle the rows', ru: 'Перемешивать строки' }),
      generalFeedbackField,
    ],
  },
  present: ({ authored, locale, seed }) => {
    const rows = toHtmlRows({ rows: authored.rows, locale })
    return {
      stem: renderMarkdown(pickText({ text: authored.stem, locale })),
      rows: authored.shuffle ? shuffleRows({ rows, seed, draw: 1 }) : rows,
      options: authored.columns.map(({ id, text }) => ({ id, text: pickText({ text, locale }) })),
      many: authored.many,
    }
  },
  parse: ({ authored, input }) => parseRowChoices({ input, rows: authored.rows, options: authored.columns, many: authored.many }),
  grade: gradeMatrix,
  key: ({ authored, locale }) => {
    const { columns, many } = authored
    const answers = authored.rows.map(({ id, text, right }) => {
      const found = rightColumns({ right, columns })
      const names = columns
        .filter((column) => found.has(column.id))
        .map((column) => escapeHtml(pickText({ text: column.text, locale })))
      const answer = joinAnswers({ answers: names, relation: many ? 'and' : 'or', locale })
      return { id, row: renderMarkdown(pickText({ text, locale })), answer }
    })
    return { html: pairList(answers), parts: Object.fromEntries(answers.map(({ id, answer }) => [id, answer])) }
  },
  search: ({ stem, generalFeedback, columns, rows }) =>
    searchTextOf([stem, ...rows.map(({ text }) => text), ...columns.map(({ text }) => text), generalFeedback]),
  check: checkMatrix,
  fromPlain,
  samples: matrixSamples,
})

function gradeMatrix({ authored, response, locale }: GradeInput<Matrix, RowChoices>): GradeResult {
  const { columns, many, allOrNothing } = authored
  const rows = authored.rows.map(({ id, right, feedback }) => {
    const chosen = new Set(response.choices.filter(({ row }) => row === id).map(({ option }) => option))
    const found = rightColumns({ right, columns })
    const share = markRow({ columns: columns.map((column) => column.id), right: found, chosen, many, allOrNothing })
    return { id, feedback, isAnswered: chosen.size > 0, share }
  })
  const parts = rows.map(({ id, isAnswered, share }): GradedPart => {
    const state = isAnswered ? (share === 1 ? 'right' : share > 0 ? 'partly' : 'wrong') : 'missed'
    return { part: id, fraction: share / rows.length, state }
  })
  const feedback = rows.flatMap(({ id, isAnswered, feedback }) =>
    isAnswered ? feedbackOf({ text: feedback, locale, part: id }) : [],
  )
  return {
    fraction: markRows(rows.map(({ share }) => share)),
    parts,
    feedback: [...feedback, ...feedbackOf({ text: authored.generalFeedback, locale })],
  }
}
