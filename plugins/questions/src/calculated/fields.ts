import type { ArrayField, Field } from 'payload'
import { toleranceFields } from '../numeric/fields.ts'
import { fractionField, rowFeedbackField, rowIdField, rowLabelComponent } from '../shared/fields.ts'
import { maxConditions, maxParameters } from './schema.ts'

type Words = Record<string, string>

/** What formulas may contain, for the author. */
const language = {
  en: '+ − * / ^, brackets, pi, e, sqrt abs exp ln log lg sin cos tan (radians) deg rad round floor ceil min max mod gcd lcm fact choose.',
  ru: '+ − * / ^, скобки, pi, e, sqrt abs exp ln log lg sin cos tan (радианы) deg rad round floor ceil min max mod gcd lcm fact choose.',
}

function listField({
  name,
  label,
  labels,
  description,
  maxRows,
  fields,
}: {
  name: string
  label: Words
  labels: NonNullable<ArrayField['labels']>
  description: Words
  maxRows: number
  fields: Field[]
}): Field {
  return {
    name,
    type: 'array',
    label,
    labels,
    maxRows,
    admin: { description, components: { RowLabel: rowLabelComponent } },
    fields: [rowIdField, ...fields],
  }
}

const parametersField = listField({
  name: 'parameters',
  label: { en: 'Parameters', ru: 'Параметры' },
  labels: { singular: { en: 'Parameter', ru: 'Параметр' }, plural: { en: 'Parameters', ru: 'Параметры' } },
  description: {
    en: 'Numbers that each attempt draws anew. A parameter called a is {a} in the texts and a in formulas.',
    ru: 'Числа, которые каждая попытка получает заново. Параметр a в текстах пишется {a}, в формулах — a.',
  },
  maxRows: maxParameters,
  fields: [
    { name: 'name', type: 'text', label: { en: 'Name', ru: 'Имя' } },
    { name: 'min', type: 'number', defaultValue: 1, label: { en: 'Least', ru: 'Наименьшее' } },
    { name: 'max', type: 'number', defaultValue: 10, label: { en: 'Greatest', ru: 'Наибольшее' } },
    {
      name: 'decimals',
      type: 'number',
      min: 0,
      max: 6,
      defaultValue: 0,
      label: { en: 'Decimals', ru: 'Знаков после запятой' },
      admin: { step: 1 },
    },
    {
      name: 'step',
      type: 'number',
      label: { en: 'Step', ru: 'Шаг' },
      admin: {
        description: {
          en: 'Counted from the least value. Empty: every value that the decimals allow.',
          ru: 'Считается от наименьшего. Пусто: все значения с таким числом знаков.',
        },
      },
    },
  ],
})

const conditionsField = listField({
  name: 'conditions',
  label: { en: 'Conditions', ru: 'Условия' },
  labels: { singular: { en: 'Condition', ru: 'Условие' }, plural: { en: 'Conditions', ru: 'Условия' } },
  description: {
    en: 'Values are drawn until all conditions hold: a != b, 0 < a / b <= 2, gcd(a, b) = 1.',
    ru: 'Значения берутся так, чтобы выполнялись все условия: a != b, 0 < a / b <= 2, gcd(a, b) = 1.',
  },
  maxRows: maxConditions,
  fields: [{ name: 'text', type: 'text', label: { en: 'Condition', ru: 'Условие' } }],
})

const answersField = listField({
  name: 'answers',
  label: { en: 'Accepted numbers', ru: 'Принимаемые числа' },
  labels: { singular: { en: 'Number', ru: 'Число' }, plural: { en: 'Numbers', ru: 'Числа' } },
  description: {
    en: 'Of the rows that accept the number, the one with the highest share counts.',
    ru: 'Из строк, принимающих число, засчитывается строка с наибольшей долей.',
  },
  maxRows: 20,
  fields: [
    {
      name: 'formula',
      type: 'text',
      label: { en: 'Formula', ru: 'Формула' },
      admin: {
        description: {
          en: `${language.en} “*” alone is for every other number.`,
          ru: `${language.ru} Одна «*» — для любого другого числа.`,
        },
      },
    },
    ...toleranceFields.map(withDefault),
    fractionField({
      en: '100 is right; below that partly right; 0 only gives feedback.',
      ru: '100 — верно; меньше — частично верно; 0 — только комментарий.',
    }),
    rowFeedbackField,
  ],
})

export const calculatedFields: Field[] = [parametersField, conditionsField, answersField]

/** A result is rounded by whoever computes it, so one per cent either way is where an author begins. */
function withDefault(field: Field): Field {
  if ('name' in field && field.name === 'tolerance' && field.type === 'number') return { ...field, defaultValue: 0.01 }
  if ('name' in field && field.name === 'toleranceType' && field.type === 'select') return { ...field, defaultValue: 'relative' }
  return field
}
