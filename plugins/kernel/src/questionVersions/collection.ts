import type { CollectionConfig } from 'payload'
import { authors, nobody } from '../access.ts'

/** Questions as they were when they were published, key included. Rows never change, so attempts can be marked again from them. */
export const questionVersionsCollection: CollectionConfig = {
  slug: 'question-versions',
  labels: {
    singular: { en: 'Question version', ru: 'Версия вопроса' },
    plural: { en: 'Question versions', ru: 'Версии вопросов' },
  },
  admin: { hidden: true },
  access: { create: nobody, read: authors, update: nobody, delete: nobody },
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['question', 'hash'], unique: true }],
  fields: [
    { name: 'question', type: 'text', required: true },
    { name: 'hash', type: 'text', required: true },
    { name: 'type', type: 'text', required: true },
    { name: 'typeVersion', type: 'number', required: true },
    { name: 'body', type: 'json', required: true },
  ],
}
