import { type GradedPart, type GradeInput, type GradeResult, type Locale, pickText } from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel/question'
import { generalFeedbackField, stemField } from '../shared/fields.ts'
import { escapeHtml } from '../shared/key.ts'
import { parseRowChoices } from '../shared/parseRowChoices.ts'
import { feedbackOf, searchTextOf } from '../shared/present.ts'
import { optionByRow, type RowChoices } from '../shared/rowChoices.ts'
import { rowFeedbackField, textRowsField } from '../shared/rowFields.ts'
import { pairList, shuffleRows, toHtmlRows } from '../shared/rowsView.ts'
import { checkCategorise } from './check.ts'
import { fromPlain } from './fromPlain.ts'
import { categoriseSamples } from './samples.ts'
import { type Categorise, type CategoriseItem, categoriseSchema, maxCategories, maxItemsOfCategory } from './schema.ts'
import { wordsOf } from './words.ts'

const label = { en: 'Categories', ru: 'Категории' }
const itemLabels = {
  singular: { en: 'Item', ru: 'Элемент' },
  plural: { en: 'Items', ru: 'Элементы' },
}
const itemText = { label: { en: 'Text', ru: 'Текст' }, description: { en: 'Markdown.', ru: 'Markdown.' } }
const itemFeedback = rowFeedbackField({
  en: 'Shown beside the item to everyone who put it somewhere. Markdown.',
  ru: 'Виден у элемента всем, кто куда-нибудь его отнёс. Markdown.',
})

/** Items to be put into categories. Each earns its equal share; one that belongs nowhere costs as much when it is put somewhere. */
export const categorise: AnyQuestionType = defineQuestionType({
  schema: categoriseSchema,
  label,
  block: {
    slug: categoriseSchema.type,
    labels: { singular: label, plural: label },
    fields: [
      stemField,
      textRowsField({
        name: 'categories',
        label: { en: 'Categories', ru: 'Категории' },
        labels: { singular: { en: 'Category', ru: 'Категория' }, plural: { en: 'Categories', ru: 'Категории' } },
        description: {
          en: 'Learners see the categories in this order and all items mixed.',
          ru: 'Учащиеся видят категории в этом порядке, а все элементы — вперемешку.',
        },
        text: { label: { en: 'Name', ru: 'Название' }, description: { en: 'Plain text.', ru: 'Простой текст.' } },
        maxRows: maxCategories,
        fields: [
          textRowsField({
            name: 'items',
            label: { en: 'What belongs to it', ru: 'Что к ней относится' },
            labels: itemLabels,
            description: {
              en: 'It may be empty: nothing belongs to the category then.',
              ru: 'Может быть пусто: тогда к категории ничего не относится.',
            },
            text: itemText,
            multiline: true,
            maxRows: maxItemsOfCategory,
            fields: [itemFeedback],
          }),
        ],
      }),
      textRowsField({
        name: 'distractors',
        label: { en: 'What belongs nowhere', ru: 'Что никуда не относится' },
        labels: itemLabels,
        description: {
          en: 'Right when it is left out; put into a category it costs as much as an item earns.',
          ru: 'Верно, если не отнести никуда; отнесённый в категорию отнимает столько, сколько приносит верный.',
        },
        text: itemText,
        multiline: true,
        maxRows: maxItemsOfCategory,
        fields: [itemFeedback],
      }),
      generalFeedbackField,
    ],
  },
  present: ({ authored, locale, seed }) => ({
    stem: renderMarkdown(pickText({ text: authored.stem, locale })),
    // Always mixed: in the order in which they were written they stand by category.
    rows: shuffleRows({ rows: toHtmlRows({ rows: itemsOf(authored), locale }), seed, draw: 1 }),
    options: authored.categories.map(({ id, text }) => ({ id, text: pickText({ text, locale }) })),
  }),
  parse: ({ authored, input }) => parseRowChoices({ input, rows: itemsOf(authored), options: authored.categories, many: false }),
  grade: gradeCategorise,
  key: ({ authored, locale }) => {
    const placed = authored.categories.flatMap(({ text, items }) =>
      items.map((item) => ({ item, answer: escapeHtml(pickText({ text, locale })) })),
    )
    const all = [...placed, ...authored.distractors.map((item) => ({ item, answer: wordsOf(locale).nowhere }))]
    return {
      html: pairList(all.map(({ item, answer }) => ({ row: htmlOf({ item, locale }), answer }))),
      parts: Object.fromEntries(all.map(({ item, answer }) => [item.id, answer])),
    }
  },
  search: (authored) =>
    searchTextOf([
      authored.stem,
      ...authored.categories.map(({ text }) => text),
      ...itemsOf(authored).map(({ text }) => text),
      authored.generalFeedback,
    ]),
  check: checkCategorise,
  fromPlain,
  samples: categoriseSamples,
})

function gradeCategorise({ authored, response, locale }: GradeInput<Categorise, RowChoices>): GradeResult {
  const chosen = optionByRow(response)
  const belonging = authored.categories.flatMap(({ id, items }) => items.map((item) => ({ id: item.id, category: id })))
  const share = 1 / Math.max(1, belonging.length)
  const placed = belonging.map(({ id, category }): GradedPart => {
    if (!chosen.has(id)) return { part: id, fraction: 0, state: 'missed' }
    const isRight = chosen.get(id) === category
    return isRight ? { part: id, fraction: share, state: 'right' } : { part: id, fraction: 0, state: 'wrong' }
  })
  const misplaced = authored.distractors
    .filter(({ id }) => chosen.has(id))
    .map(({ id }): GradedPart => ({ part: id, fraction: -share, state: 'wrong' }))
  const right = placed.filter(({ state }) => state === 'right').length
  const feedback = itemsOf(authored).flatMap(({ id, feedback }) =>
    chosen.has(id) ? feedbackOf({ text: feedback, locale, part: id }) : [],
  )
  return {
    fraction: Math.max(0, right - misplaced.length) / Math.max(1, belonging.length),
    parts: [...placed, ...misplaced],
    feedback: [...feedback, ...feedbackOf({ text: authored.generalFeedback, locale })],
  }
}

/** All items, those that belong nowhere included. */
function itemsOf({ categories, distractors }: Categorise): CategoriseItem[] {
  return [...categories.flatMap(({ items }) => items), ...distractors]
}

function htmlOf({ item, locale }: { item: CategoriseItem; locale: Locale }): string {
  return renderMarkdown(pickText({ text: item.text, locale }))
}
