import type { ArrayField, Field } from 'payload'
import { opaqueId } from './opaqueId.ts'

const markdown = {
  en: 'Markdown: **bold**, *italic*, `code`, [links](https://…), lists and tables.',
  ru: 'Markdown: **полужирный**, *курсив*, `код`, [ссылки](https://…), списки и таблицы.',
}

/** The question text. */
export const stemField: Field = {
  name: 'stem',
  type: 'textarea',
  localized: true,
  label: { en: 'Question', ru: 'Вопрос' },
  admin: { rows: 4, description: markdown },
}

/** The question text under a name of its own, or with a description that says more than that it is Markdown. */
export function stemFieldOf({
  label = { en: 'Question', ru: 'Вопрос' },
  description = markdown,
}: {
  label?: Record<string, string>
  description?: Record<string, string>
}): Field {
  return { name: 'stem', type: 'textarea', localized: true, label, admin: { rows: 4, description } }
}

export const generalFeedbackField: Field = {
  name: 'generalFeedback',
  type: 'textarea',
  localized: true,
  label: { en: 'Feedback for everyone', ru: 'Комментарий для всех' },
  admin: {
    description: {
      en: 'Shown in the review whatever was answered. Markdown.',
      ru: 'Виден при просмотре результатов при любом ответе. Markdown.',
    },
  },
}

export const shuffleField: Field = {
  name: 'shuffle',
  type: 'checkbox',
  defaultValue: true,
  label: { en: 'Shuffle the options', ru: 'Перемешивать варианты' },
  admin: {
    description: {
      en: 'Each attempt draws its own order. Switch it off when the order means something (“All of the above”, numbers).',
      ru: 'В каждой попытке свой порядок. Выключите, если порядок важен («Все перечисленные», числа).',
    },
  },
}

/** What responses refer to. */
export const rowIdField: Field = {
  name: 'id',
  type: 'text',
  admin: { hidden: true },
  hooks: { beforeChange: [({ value }) => opaqueId(value)] },
}

/** A share of the mark, shown as a percentage. */
export function fractionField(description: Record<string, string>): Field {
  return {
    name: 'fraction',
    type: 'number',
    min: -1,
    max: 1,
    defaultValue: 0,
    label: { en: 'Share of the mark, %', ru: 'Доля балла, %' },
    admin: { description, components: { Field: '@lectern/questions/admin/PercentField#PercentField' } },
  }
}

export const rowFeedbackField: Field = {
  name: 'feedback',
  type: 'textarea',
  localized: true,
  label: { en: 'Feedback', ru: 'Комментарий' },
  admin: {
    description: { en: 'Shown to who answered so. Markdown.', ru: 'Виден тому, кто так ответил. Markdown.' },
  },
}

/** Component of a row's heading, for rows of any type of this package. */
export const rowLabelComponent = '@lectern/questions/admin/OptionRowLabel#OptionRowLabel'

/**
 * Options or accepted answers: a list of rows with a text in each language, a share of the mark and feedback.
 * `multiline` texts are Markdown.
 */
export function rowsField({
  name,
  label,
  labels,
  multiline,
  maxRows,
  descriptions,
}: {
  name: string
  label: Record<string, string>
  labels: NonNullable<ArrayField['labels']>
  multiline: boolean
  maxRows: number
  descriptions: { list: Record<string, string>; text: Record<string, string>; fraction: Record<string, string> }
}): Field {
  const textField = {
    name: 'text',
    localized: true,
    label: { en: 'Text', ru: 'Текст' },
    admin: { description: descriptions.text },
  } as const
  return {
    name,
    type: 'array',
    label,
    labels,
    minRows: 0,
    maxRows,
    admin: {
      description: descriptions.list,
      initCollapsed: false,
      components: { RowLabel: rowLabelComponent },
    },
    fields: [
      rowIdField,
      multiline ? { ...textField, type: 'textarea' } : { ...textField, type: 'text' },
      fractionField(descriptions.fraction),
      rowFeedbackField,
    ],
  }
}
