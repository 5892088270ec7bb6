import type { QuestionType } from '@lectern/kernel'

type Field = QuestionType['block']['fields'][number]
type Words = { en: string; ru: string }

function numberField({
  name,
  label,
  description,
  ...rest
}: {
  name: string
  label: Words
  description?: Words
  defaultValue?: number
}): Field {
  return { name, type: 'number', label, ...rest, admin: { step: 0.01, width: '25%', ...(description ? { description } : {}) } }
}

/** The line, what is right on it, and what learners are told. */
export const lineFields: Field[] = [
  {
    type: 'row',
    fields: [
      numberField({ name: 'min', label: { en: 'From', ru: 'От' }, defaultValue: 0 }),
      numberField({ name: 'max', label: { en: 'To', ru: 'До' }, defaultValue: 10 }),
      numberField({ name: 'step', label: { en: 'Step of the point', ru: 'Шаг точки' }, defaultValue: 1 }),
      numberField({ name: 'labelEvery', label: { en: 'A number at every', ru: 'Число через каждые' }, defaultValue: 1 }),
    ],
  },
  {
    type: 'row',
    fields: [
      numberField({ name: 'answer', label: { en: 'Right place', ru: 'Верное место' } }),
      numberField({
        name: 'tolerance',
        label: { en: 'Right up to', ru: 'Верно в пределах' },
        description: { en: 'To either side.', ru: 'В обе стороны.' },
        defaultValue: 0,
      }),
      numberField({
        name: 'nearTolerance',
        label: { en: 'Half right up to', ru: 'Наполовину верно в пределах' },
        description: { en: 'Empty: nothing is half right.', ru: 'Пусто — наполовину верного нет.' },
      }),
      {
        name: 'unit',
        type: 'text',
        localized: true,
        maxLength: 40,
        label: { en: 'Unit', ru: 'Единица' },
        admin: { width: '25%' },
      },
    ],
  },
  {
    name: 'showValue',
    type: 'checkbox',
    defaultValue: true,
    label: { en: 'Tell learners the number of their point', ru: 'Показывать учащимся число их точки' },
  },
]
