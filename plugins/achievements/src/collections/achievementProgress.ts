import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { group } from './group.ts'

/** How far a learner is on the way to one tier: the state of its criterion, followed from event to event. */
export const achievementProgressCollection: CollectionConfig = {
  slug: 'achievement-progress',
  labels: {
    singular: { en: 'Progress to an achievement', ru: 'Прогресс достижения' },
    plural: { en: 'Progress to achievements', ru: 'Прогресс достижений' },
  },
  admin: { group, hidden: true },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  timestamps: false,
  indexes: [{ fields: ['learner', 'achievement', 'tier'], unique: true }],
  fields: [
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true },
    { name: 'achievement', type: 'relationship', relationTo: 'achievements', required: true },
    { name: 'tier', type: 'number', required: true },
    { name: 'shape', type: 'text', required: true },
    { name: 'state', type: 'json', required: true },
    { name: 'done', type: 'number', required: true },
    { name: 'of', type: 'number', required: true },
  ],
}
