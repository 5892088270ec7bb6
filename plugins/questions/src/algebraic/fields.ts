import type { Field } from 'payload'
import { learnerFunctions } from '../shared/expression/functions.ts'
import { fractionField, rowFeedbackField, rowIdField, rowLabelComponent } from '../shared/fields.ts'
import { maxExpressions, maxVariables } from './schema.ts'

const asksForm = (_: unknown, question: { form?: unknown }) => question.form === 'expanded' || question.form === 'factored'

/** Everything of an algebraic question between its text and the feedback for everyone. */
export const algebraicFields: Field[] = [
  {
    name: 'variables',
    type: 'array',
    maxRows: maxVariables,
    label: { en: 'Variables', ru: 'Переменные' },
    labels: { singular: { en: 'Variable', ru: 'Переменная' }, plural: { en: 'Variables', ru: 'Переменные' } },
    admin: {
      description: {
        en: 'Expressions are the same when they are so for all values in the range: √(x²) is x only from 0.',
        ru: 'Выражения одинаковы, если совпадают при всех значениях из промежутка: √(x²) равно x только от 0.',
      },
      components: { RowLabel: rowLabelComponent },
    },
    fields: [
      rowIdField,
      { name: 'name', type: 'text', label: { en: 'Name', ru: 'Имя' } },
      { name: 'min', type: 'number', defaultValue: -10, label: { en: 'Least', ru: 'Наименьшее' } },
      { name: 'max', type: 'number', defaultValue: 10, label: { en: 'Greatest', ru: 'Наибольшее' } },
      { name: 'whole', type: 'checkbox', defaultValue: false, label: { en: 'Whole numbers only', ru: 'Только целые' } },
    ],
  },
  {
    name: 'functions',
    type: 'select',
    hasMany: true,
    defaultValue: ['sqrt'],
    options: [...learnerFunctions.keys()],
    label: { en: 'Functions that may be written', ru: 'Функции, которые можно писать' },
    admin: {
      description: {
        en: 'Angles are in radians; ln and log are the natural logarithm, lg the decimal one. pi and e are always there.',
        ru: 'Углы в радианах; ln и log — натуральный логарифм, lg — десятичный. pi и e есть всегда.',
      },
    },
  },
  {
    name: 'answers',
    type: 'array',
    maxRows: maxExpressions,
    label: { en: 'Accepted expressions', ru: 'Принимаемые выражения' },
    labels: { singular: { en: 'Expression', ru: 'Выражение' }, plural: { en: 'Expressions', ru: 'Выражения' } },
    admin: {
      description: {
        en: 'Every way to write the same is accepted: one row for each different result.',
        ru: 'Засчитывается любая запись того же: по строке на каждый иной результат.',
      },
      components: { RowLabel: rowLabelComponent },
    },
    fields: [
      rowIdField,
      {
        name: 'formula',
        type: 'text',
        label: { en: 'Expression', ru: 'Выражение' },
        admin: {
          description: {
            en: 'As learners write it: 2x(x+1)^2, sqrt(x)/3. “*” alone is for every other expression.',
            ru: 'Как пишут учащиеся: 2x(x+1)^2, sqrt(x)/3. Одна «*» — для любого другого выражения.',
          },
        },
      },
      fractionField({
        en: '100 is right; below that partly right; 0 only gives feedback.',
        ru: '100 — верно; меньше — частично верно; 0 — только комментарий.',
      }),
      rowFeedbackField,
    ],
  },
  {
    name: 'form',
    type: 'select',
    defaultValue: 'any',
    options: [
      { value: 'any', label: { en: 'any', ru: 'любой' } },
      { value: 'expanded', label: { en: 'multiplied out', ru: 'со скобками раскрытыми' } },
      {
        value: 'factored',
        label: { en: 'a product, with as many factors as yours', ru: 'произведение, множителей не меньше, чем у вас' },
      },
    ],
    label: { en: 'Form', ru: 'Вид' },
  },
  {
    name: 'formFraction',
    type: 'number',
    min: 0,
    max: 1,
    defaultValue: 0,
    label: { en: 'Another form earns of the share, %', ru: 'Иной вид приносит от доли, %' },
    admin: { condition: asksForm, components: { Field: '@lectern/questions/admin/PercentField#PercentField' } },
  },
  {
    name: 'tolerance',
    type: 'number',
    min: 0,
    max: 0.1,
    defaultValue: 0,
    label: { en: 'Tolerance', ru: 'Допуск' },
    admin: {
      step: 0.001,
      description: {
        en: 'A share of the value. 0: exactly the same; 0.001 accepts 3.142x for πx.',
        ru: 'Доля значения. 0 — в точности то же; 0,001 — засчитает 3,142x вместо πx.',
      },
    },
  },
]
