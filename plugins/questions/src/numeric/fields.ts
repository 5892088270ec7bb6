import type { Field } from 'payload'
import { fractionField, rowFeedbackField, rowIdField, rowLabelComponent } from '../shared/fields.ts'

const isNear = (_: unknown, row: { match?: unknown }) => row.match !== 'range' && row.match !== 'any'
const isRange = (_: unknown, row: { match?: unknown }) => row.match === 'range'
const asksUnit = (_: unknown, question: { unit?: unknown }) => question.unit === 'optional' || question.unit === 'required'
const marksUnit = (_: unknown, question: { unit?: unknown }) => question.unit === 'required'

/** A tolerance and what it is a measure of, in a row that accepts one number. */
export const toleranceFields: Field[] = [
  {
    name: 'tolerance',
    type: 'number',
    min: 0,
    defaultValue: 0,
    label: { en: 'Tolerance', ru: 'Допуск' },
    admin: { condition: isNear },
  },
  {
    name: 'toleranceType',
    type: 'select',
    defaultValue: 'absolute',
    options: [
      { value: 'absolute', label: { en: 'absolute: number ± tolerance', ru: 'абсолютный: число ± допуск' } },
      { value: 'relative', label: { en: 'relative: 0.05 is ± 5 %', ru: 'относительный: 0,05 — это ± 5 %' } },
      {
        value: 'geometric',
        label: { en: 'geometric: 1 is from half to double', ru: 'геометрический: 1 — от половины до двойного' },
      },
    ],
    label: { en: 'The tolerance is', ru: 'Допуск' },
    admin: { condition: isNear },
  },
]

const answersField: Field = {
  name: 'answers',
  type: 'array',
  maxRows: 100,
  label: { en: 'Accepted numbers', ru: 'Принимаемые числа' },
  labels: { singular: { en: 'Number', ru: 'Число' }, plural: { en: 'Numbers', ru: 'Числа' } },
  admin: {
    description: {
      en: 'Of the rows that accept the number, the one with the highest share counts.',
      ru: 'Из строк, принимающих число, засчитывается строка с наибольшей долей.',
    },
    components: { RowLabel: rowLabelComponent },
  },
  fields: [
    rowIdField,
    {
      name: 'match',
      type: 'select',
      defaultValue: 'near',
      options: [
        { value: 'near', label: { en: 'A number, with a tolerance', ru: 'Число с допуском' } },
        { value: 'range', label: { en: 'A range', ru: 'Промежуток' } },
        { value: 'any', label: { en: 'Every other number', ru: 'Любое другое число' } },
      ],
      label: { en: 'Accepts', ru: 'Принимает' },
    },
    { name: 'value', type: 'number', label: { en: 'Number', ru: 'Число' }, admin: { condition: isNear } },
    ...toleranceFields,
    { name: 'from', type: 'number', label: { en: 'From', ru: 'От' }, admin: { condition: isRange } },
    { name: 'to', type: 'number', label: { en: 'To (included)', ru: 'До (включительно)' }, admin: { condition: isRange } },
    fractionField({
      en: '100 is right; below that partly right; 0 only gives feedback.',
      ru: '100 — верно; меньше — частично верно; 0 — только комментарий.',
    }),
    rowFeedbackField,
  ],
}

const unitsField: Field = {
  name: 'units',
  type: 'array',
  maxRows: 30,
  label: { en: 'Units', ru: 'Единицы' },
  labels: { singular: { en: 'Unit', ru: 'Единица' }, plural: { en: 'Units', ru: 'Единицы' } },
  admin: {
    condition: asksUnit,
    description: {
      en: 'The numbers above are in the unit with the multiplier 1. A unit counts in any language; capitals matter (mW, MW).',
      ru: 'Числа выше даны в единице с множителем 1. Единица засчитывается на любом языке; регистр важен (мВт, МВт).',
    },
  },
  fields: [
    rowIdField,
    { name: 'name', type: 'text', localized: true, label: { en: 'Name', ru: 'Название' } },
    {
      name: 'multiplier',
      type: 'number',
      defaultValue: 1,
      label: { en: 'Multiplier', ru: 'Множитель' },
      admin: {
        description: {
          en: 'How many of these make one base unit: for metres, 0.001 for km and 100 for cm.',
          ru: 'Сколько таких единиц в одной основной: для метров 0,001 у км и 100 у см.',
        },
      },
    },
  ],
}

/** How the number is to be written, and its unit. */
export const numberStyleFields: Field[] = [
  {
    name: 'decimalMark',
    type: 'select',
    defaultValue: 'any',
    options: [
      { value: 'any', label: { en: 'point or comma', ru: 'точка или запятая' } },
      { value: 'point', label: { en: 'point only', ru: 'только точка' } },
      { value: 'comma', label: { en: 'comma only', ru: 'только запятая' } },
    ],
    label: { en: 'Decimal mark', ru: 'Десятичный знак' },
  },
  {
    name: 'thousands',
    type: 'checkbox',
    defaultValue: false,
    label: { en: 'Accept thousands separators', ru: 'Принимать разделители тысяч' },
    admin: {
      description: {
        en: 'Spaces and apostrophes; with one decimal mark only, also the other one. Otherwise such numbers are refused, which costs no try.',
        ru: 'Пробелы и апострофы; если десятичный знак один — и другой знак. Иначе такие числа не принимаются, попытка не тратится.',
      },
    },
  },
  {
    name: 'unit',
    type: 'select',
    defaultValue: 'none',
    options: [
      { value: 'none', label: { en: 'not asked for', ru: 'не спрашивается' } },
      { value: 'optional', label: { en: 'optional: converts the number', ru: 'необязательна: пересчитывает число' } },
      { value: 'required', label: { en: 'required and marked', ru: 'обязательна и оценивается' } },
    ],
    label: { en: 'Unit', ru: 'Единица измерения' },
  },
  {
    name: 'unitInput',
    type: 'select',
    defaultValue: 'typed',
    options: [
      { value: 'typed', label: { en: 'typed beside the number', ru: 'вводится рядом с числом' } },
      { value: 'chosen', label: { en: 'chosen from a list', ru: 'выбирается из списка' } },
    ],
    label: { en: 'The unit is', ru: 'Единица' },
    admin: { condition: asksUnit },
  },
  unitsField,
  {
    name: 'unitPenalty',
    type: 'number',
    min: 0,
    max: 1,
    defaultValue: 0.1,
    label: { en: 'Penalty for a wrong or missing unit, %', ru: 'Штраф за неверную или пропущенную единицу, %' },
    admin: { condition: marksUnit, components: { Field: '@lectern/questions/admin/PercentField#PercentField' } },
  },
  {
    name: 'unitPenaltyOf',
    type: 'select',
    defaultValue: 'answer',
    options: [
      { value: 'answer', label: { en: 'of what the number earned', ru: 'от заработанного числом' } },
      { value: 'question', label: { en: 'of the question’s mark', ru: 'от балла за вопрос' } },
    ],
    label: { en: 'The penalty is a share', ru: 'Штраф — это доля' },
    admin: { condition: marksUnit },
  },
]

/** Everything of a numeric question between its text and the feedback for everyone. */
export const numericFields: Field[] = [answersField, ...numberStyleFields]
