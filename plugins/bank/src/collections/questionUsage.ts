import { authors, nobody } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'

/**
 * What became of a version of a question in attempts that are marked: in how many it stood, in how many of them it was
 * marked, and the sum of the fractions it earned there. `stale`: the question's own columns do not show it yet.
 */
export const questionUsageCollection: CollectionConfig = {
  slug: 'question-usage',
  dbName: 'question_usage',
  labels: {
    singular: { en: 'Use of a question', ru: 'Использование вопроса' },
    plural: { en: 'Use of questions', ru: 'Использование вопросов' },
  },
  admin: { hidden: true },
  access: { create: nobody, read: authors, update: nobody, delete: nobody },
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['question', 'version'], unique: true }],
  fields: [
    { name: 'question', type: 'text', required: true },
    { name: 'version', type: 'text', required: true },
    { name: 'attempts', type: 'number', required: true },
    { name: 'marked', type: 'number', required: true },
    { name: 'fractionSum', type: 'number', required: true },
    { name: 'stale', type: 'checkbox', required: true, index: true },
  ],
}
