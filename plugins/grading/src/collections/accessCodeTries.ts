import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'

/** How often a learner tried the access code of a test lately, so that nobody can try them all. */
export const accessCodeTriesCollection: CollectionConfig = {
  slug: 'access-code-tries',
  labels: {
    singular: { en: 'Tried access code', ru: 'Попытка ввода кода' },
    plural: { en: 'Tried access codes', ru: 'Попытки ввода кодов' },
  },
  admin: { hidden: true },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['learner', 'test'], unique: true }],
  fields: [
    { name: 'learner', type: 'text', required: true },
    { name: 'test', type: 'text', required: true },
    { name: 'tries', type: 'number', required: true },
    { name: 'since', type: 'date', required: true },
  ],
}
