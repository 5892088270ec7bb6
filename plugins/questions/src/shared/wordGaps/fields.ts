import type { Field } from 'payload'
import { rowFeedbackField, rowIdField, rowLabelComponent, stemFieldOf } from '../fields.ts'
import { maxGroups, maxWords } from './wordGaps.ts'

/** The text with its markers, the words, and the order in which they are shown. */
export const wordGapsFields: Field[] = [
  stemFieldOf({
    label: { en: 'Text', ru: 'Текст' },
    description: {
      en: 'Markdown with a marker such as [[1]] at each gap, where 1 is the name of the right word below; \\[[1]] is no marker.',
      ru: 'Markdown с меткой вида [[1]] на месте пропуска, где 1 — имя верного слова из списка ниже; \\[[1]] — не метка.',
    },
  }),
  {
    name: 'words',
    type: 'array',
    maxRows: maxWords,
    label: { en: 'Words', ru: 'Слова' },
    labels: { singular: { en: 'Word', ru: 'Слово' }, plural: { en: 'Words', ru: 'Слова' } },
    admin: {
      description: {
        en: 'A word without a name belongs in no gap: it is a distractor.',
        ru: 'Слово без имени не подходит ни к одному пропуску: это отвлекающий вариант.',
      },
      components: { RowLabel: rowLabelComponent },
    },
    fields: [
      rowIdField,
      {
        name: 'name',
        type: 'text',
        maxLength: 32,
        label: { en: 'Name in the markers', ru: 'Имя в метках' },
        admin: {
          description: {
            en: '1 for the gaps at [[1]]. Learners do not see it.',
            ru: '1 — для пропусков на месте [[1]]. Учащиеся его не видят.',
          },
        },
      },
      {
        name: 'text',
        type: 'text',
        localized: true,
        maxLength: 300,
        label: { en: 'Word', ru: 'Слово' },
        admin: { description: { en: 'Plain text.', ru: 'Простой текст.' } },
      },
      {
        name: 'group',
        type: 'number',
        min: 1,
        max: maxGroups,
        defaultValue: 1,
        label: { en: 'Group', ru: 'Группа' },
        admin: {
          step: 1,
          description: {
            en: 'A gap offers the words of its right word’s group.',
            ru: 'Пропуск предлагает слова той группы, в которой его верное слово.',
          },
        },
      },
      rowFeedbackField,
    ],
  },
  {
    name: 'order',
    type: 'select',
    defaultValue: 'shuffled',
    options: [
      { value: 'shuffled', label: { en: 'shuffled for each attempt', ru: 'перемешаны в каждой попытке' } },
      { value: 'alphabetical', label: { en: 'alphabetical', ru: 'по алфавиту' } },
    ],
    label: { en: 'The words are', ru: 'Слова' },
  },
]
