import type { Field } from 'payload'
import { rowIdField, rowLabelComponent, rowsField } from '../shared/fields.ts'
import { editDistanceField, ignoreDiacriticsField } from '../shortText/fields.ts'

const isText = (_: unknown, gap: { kind?: unknown }) => gap.kind !== 'number' && gap.kind !== 'choice'
const isChoice = (_: unknown, gap: { kind?: unknown }) => gap.kind === 'choice'

/** The gaps of a cloze, each with its answers. */
export const gapsField: Field = {
  name: 'gaps',
  type: 'array',
  maxRows: 100,
  label: { en: 'Gaps', ru: 'Пропуски' },
  labels: { singular: { en: 'Gap', ru: 'Пропуск' }, plural: { en: 'Gaps', ru: 'Пропуски' } },
  admin: {
    description: { en: 'One for each marker in the text.', ru: 'По одному на каждую метку в тексте.' },
    components: { RowLabel: rowLabelComponent },
  },
  fields: [
    rowIdField,
    {
      name: 'name',
      type: 'text',
      maxLength: 32,
      label: { en: 'Name in the marker', ru: 'Имя в метке' },
      admin: {
        description: {
          en: '1 is the gap at [[1]]. Letters, digits, - and _.',
          ru: '1 — это пропуск на месте [[1]]. Буквы, цифры, - и _.',
        },
      },
    },
    {
      name: 'kind',
      type: 'select',
      defaultValue: 'text',
      options: [
        { value: 'text', label: { en: 'a typed word', ru: 'слово с клавиатуры' } },
        { value: 'number', label: { en: 'a typed number', ru: 'число с клавиатуры' } },
        { value: 'choice', label: { en: 'a choice from a list', ru: 'выбор из списка' } },
      ],
      label: { en: 'Asks for', ru: 'Что требуется' },
    },
    {
      name: 'weight',
      type: 'number',
      min: 0,
      max: 1000,
      defaultValue: 1,
      label: { en: 'Weight', ru: 'Вес' },
      admin: {
        description: {
          en: 'The mark is shared in proportion: a gap of weight 2 is worth two of weight 1.',
          ru: 'Балл делится по весам: пропуск с весом 2 стоит двух с весом 1.',
        },
      },
    },
    rowsField({
      name: 'answers',
      label: { en: 'Answers', ru: 'Ответы' },
      labels: { singular: { en: 'Answer', ru: 'Ответ' }, plural: { en: 'Answers', ru: 'Ответы' } },
      multiline: false,
      maxRows: 100,
      descriptions: {
        list: {
          en: 'The accepted answers; for a choice all its options, the wrong ones with 0.',
          ru: 'Принимаемые ответы; для выбора — все варианты, неверные с 0.',
        },
        text: {
          en: 'Plain text. In words * stands for any characters; numbers are written 3, 3:0.1 (tolerance) or 2.9..3.1.',
          ru: 'Простой текст. В словах * заменяет любые символы; числа пишутся 3, 3:0,1 (допуск) или 2,9..3,1.',
        },
        fraction: {
          en: '100 is right, below that partly right; only a choice may be below 0.',
          ru: '100 — верно, меньше — частично верно; ниже 0 может быть только выбор.',
        },
      },
    }),
    {
      name: 'caseSensitive',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Capitals matter', ru: 'Учитывать регистр' },
      admin: { condition: isText },
    },
    {
      type: 'collapsible',
      label: { en: 'Forgiving', ru: 'Снисходительность' },
      admin: { condition: isText, initCollapsed: true },
      fields: [ignoreDiacriticsField, editDistanceField],
    },
    {
      name: 'shuffle',
      type: 'checkbox',
      defaultValue: true,
      label: { en: 'Shuffle the options', ru: 'Перемешивать варианты' },
      admin: { condition: isChoice },
    },
  ],
}
