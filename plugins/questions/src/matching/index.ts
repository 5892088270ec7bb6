import { type GradedPart, type GradeInput, type GradeResult, pickText } from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel/question'
import { generalFeedbackField, stemField } from '../shared/fields.ts'
import { escapeHtml } from '../shared/key.ts'
import { parseRowChoices } from '../shared/parseRowChoices.ts'
import { feedbackOf, searchTextOf } from '../shared/present.ts'
import { optionByRow, type RowChoices } from '../shared/rowChoices.ts'
import { rowFeedbackField, shuffleRowsField, textRowsField } from '../shared/rowFields.ts'
import { pairList, shuffleRows, toHtmlRows } from '../shared/rowsView.ts'
import { checkMatching } from './check.ts'
import { choiceId, choicesOf } from './choicesOf.ts'
import { fromPlain } from './fromPlain.ts'
import { matchingGift } from './gift.ts'
import { matchingSamples } from './samples.ts'
import { type Matching, matchingSchema, maxDistractors, maxPairs } from './schema.ts'

const label = { en: 'Matching', ru: 'Соответствие' }

/** An answer for each of several rows. Each row earns its equal share of the mark; a wrong answer costs nothing. */
export const matching: AnyQuestionType = defineQuestionType({
  schema: matchingSchema,
  label,
  block: {
    slug: matchingSchema.type,
    labels: { singular: label, plural: label },
    fields: [
      stemField,
      textRowsField({
        name: 'pairs',
        label: { en: 'Pairs', ru: 'Пары' },
        labels: { singular: { en: 'Pair', ru: 'Пара' }, plural: { en: 'Pairs', ru: 'Пары' } },
        description: {
          en: 'The learner chooses the answer for each row. Rows may have the same answer; it is then listed once.',
          ru: 'Учащийся выбирает ответ для каждой строки. У строк может быть один ответ; в списке он появится один раз.',
        },
        text: { label: { en: 'Row', ru: 'Строка' }, description: { en: 'Markdown.', ru: 'Markdown.' } },
        multiline: true,
        maxRows: maxPairs,
        fields: [
          {
            name: 'answer',
            type: 'text',
            localized: true,
            label: { en: 'Its answer', ru: 'Её ответ' },
            admin: { description: { en: 'Plain text.', ru: 'Простой текст.' } },
          },
          rowFeedbackField({
            en: 'Shown beside the row to everyone who answered it. Markdown.',
            ru: 'Виден у строки всем, кто на неё ответил. Markdown.',
          }),
        ],
      }),
      textRowsField({
        name: 'distractors',
        label: { en: 'Further answers', ru: 'Лишние ответы' },
        labels: {
          singular: { en: 'Further answer', ru: 'Лишний ответ' },
          plural: { en: 'Further answers', ru: 'Лишние ответы' },
        },
        description: {
          en: 'They belong to no row, so the last row cannot be found by elimination.',
          ru: 'Они не подходят ни к одной строке, поэтому последнюю строку не найти методом исключения.',
        },
        text: { label: { en: 'Text', ru: 'Текст' }, description: { en: 'Plain text.', ru: 'Простой текст.' } },
        maxRows: maxDistractors,
      }),
      shuffleRowsField({ en: 'Shuffle the rows', ru: 'Перемешивать строки' }),
      generalFeedbackField,
    ],
  },
  present: ({ authored, locale, seed }) => {
    const rows = toHtmlRows({ rows: authored.pairs, locale })
    const options = choicesOf(authored).map(({ id, text }) => ({ id, text: pickText({ text, locale }) }))
    return {
      stem: renderMarkdown(pickText({ text: authored.stem, locale })),
      rows: authored.shuffle ? shuffleRows({ rows, seed, draw: 1 }) : rows,
      options: shuffleRows({ rows: options, seed, draw: 2 }),
    }
  },
  parse: ({ authored, input }) => parseRowChoices({ input, rows: authored.pairs, options: choicesOf(authored), many: false }),
  grade: gradeMatching,
  key: ({ authored, locale }) => {
    const answers = authored.pairs.map(({ id, text, answer }) => ({
      id,
      row: renderMarkdown(pickText({ text, locale })),
      answer: escapeHtml(pickText({ text: answer, locale })),
    }))
    return { html: pairList(answers), parts: Object.fromEntries(answers.map(({ id, answer }) => [id, answer])) }
  },
  search: ({ stem, generalFeedback, pairs, distractors }) =>
    searchTextOf([
      stem,
      ...pairs.flatMap(({ text, answer }) => [text, answer]),
      ...distractors.map(({ text }) => text),
      generalFeedback,
    ]),
  check: checkMatching,
  fromPlain,
  samples: matchingSamples,
  interchange: { gift: matchingGift },
})

function gradeMatching({ authored, response, locale }: GradeInput<Matching, RowChoices>): GradeResult {
  const chosen = optionByRow(response)
  const share = 1 / authored.pairs.length
  const parts = authored.pairs.map(({ id, answer }): GradedPart => {
    const choice = chosen.get(id)
    if (choice === undefined) return { part: id, fraction: 0, state: 'missed' }
    return choice === choiceId(answer) ? { part: id, fraction: share, state: 'right' } : { part: id, fraction: 0, state: 'wrong' }
  })
  const feedback = authored.pairs.flatMap(({ id, feedback }) =>
    chosen.has(id) ? feedbackOf({ text: feedback, locale, part: id }) : [],
  )
  return {
    // A quotient of whole numbers, so that all rows together are exactly the mark.
    fraction: parts.filter(({ state }) => state === 'right').length / Math.max(1, parts.length),
    parts,
    feedback: [...feedback, ...feedbackOf({ text: authored.generalFeedback, locale })],
  }
}
