import type { ArrayField, CheckboxField, Field } from 'payload'
import { rowIdField, rowLabelComponent } from './fields.ts'

type Words = Record<string, string>

/** A list of rows that have a text in each language, without a share of the mark. `fields` come after the text. */
export function textRowsField({
  name,
  label,
  labels,
  description,
  text,
  maxRows,
  multiline = false,
  fields = [],
}: {
  name: string
  label: Words
  labels: NonNullable<ArrayField['labels']>
  description: Words
  text: { label: Words; description?: Words }
  maxRows: number
  /** Multiline texts are Markdown. */
  multiline?: boolean
  fields?: Field[]
}): ArrayField {
  const textField = {
    name: 'text',
    localized: true,
    label: text.label,
    ...(text.description ? { admin: { description: text.description } } : {}),
  } as const
  return {
    name,
    type: 'array',
    label,
    labels,
    minRows: 0,
    maxRows,
    admin: {
      description,
      initCollapsed: false,
      components: { RowLabel: rowLabelComponent },
    },
    fields: [
      rowIdField,
      multiline ? { ...textField, type: 'textarea', admin: { ...textField.admin, rows: 2 } } : { ...textField, type: 'text' },
      ...fields,
    ],
  }
}

/** Feedback on one row, in the words that say when it is shown. */
export function rowFeedbackField(description: Words): Field {
  return {
    name: 'feedback',
    type: 'textarea',
    localized: true,
    label: { en: 'Feedback', ru: 'Комментарий' },
    admin: { description, rows: 2 },
  }
}

/** “All or nothing”, with the sentence that says what it means here. */
export function allOrNothingField(description: Words): Field {
  return {
    name: 'allOrNothing',
    type: 'checkbox',
    defaultValue: false,
    label: { en: 'All or nothing', ru: 'Всё или ничего' },
    admin: { description },
  }
}

export function shuffleRowsField(label: Words): CheckboxField {
  return {
    name: 'shuffle',
    type: 'checkbox',
    defaultValue: true,
    label,
    admin: { description: { en: 'Each attempt draws its own order.', ru: 'В каждой попытке свой порядок.' } },
  }
}
