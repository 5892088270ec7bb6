import { authors, nobody } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'

const access = { create: nobody, read: authors, update: nobody, delete: nobody }

/** Changes of many questions at once: who asked for what, and how far it is. Written by operations only. */
export const questionEditsCollection: CollectionConfig = {
  slug: 'question-edits',
  dbName: 'question_edits',
  labels: {
    singular: { en: 'Change of many questions', ru: 'Массовое изменение вопросов' },
    plural: { en: 'Changes of many questions', ru: 'Массовые изменения вопросов' },
  },
  admin: { hidden: true },
  access,
  versions: false,
  lockDocuments: false,
  fields: [
    { name: 'by', type: 'relationship', relationTo: 'users' },
    { name: 'state', type: 'text', required: true },
    { name: 'changes', type: 'json', required: true },
  ],
}

/** What became of one question of such a change, with the values before and after, by which it can be undone. */
export const questionEditRowsCollection: CollectionConfig = {
  slug: 'question-edit-rows',
  dbName: 'question_edit_rows',
  labels: {
    singular: { en: 'Changed question', ru: 'Изменённый вопрос' },
    plural: { en: 'Changed questions', ru: 'Изменённые вопросы' },
  },
  admin: { hidden: true },
  access,
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['edit', 'question'], unique: true }, { fields: ['edit', 'outcome'] }],
  fields: [
    { name: 'edit', type: 'text', required: true },
    { name: 'question', type: 'text', required: true },
    { name: 'outcome', type: 'text', required: true },
    { name: 'reason', type: 'text' },
    { name: 'before', type: 'json' },
    { name: 'after', type: 'json' },
  ],
}
