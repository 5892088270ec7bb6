import { maxHints } from '@lectern/content-schemas'
import type { Block, Field } from 'payload'
import type { AnyQuestionType } from './questionType.ts'

/** Hints stand in the body of every question that is marked, whatever its type; `readHints` reads them. */
const hintsField: Field = {
  name: 'hints',
  type: 'array',
  maxRows: maxHints,
  label: { en: 'Hints', ru: 'Подсказки' },
  labels: { singular: { en: 'Hint', ru: 'Подсказка' }, plural: { en: 'Hints', ru: 'Подсказки' } },
  admin: {
    description: {
      en: 'Where a test gives several tries: one after each try that is not right, in this order.',
      ru: 'Если в тесте несколько попыток: по одной после каждой неверной, в этом порядке.',
    },
  },
  fields: [
    { name: 'text', type: 'textarea', localized: true, label: { en: 'Hint (Markdown)', ru: 'Подсказка (Markdown)' } },
    {
      name: 'showNumberRight',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Say how many parts were right', ru: 'Сказать, сколько частей верны' },
    },
  ],
}

/** The block of a type as authors fill it in: with hints where the type is marked. */
export function withHints(type: AnyQuestionType): AnyQuestionType {
  if (type.marked === false) return type
  const block: Block = { ...type.block, fields: [...type.block.fields, hintsField] }
  return { ...type, block }
}
