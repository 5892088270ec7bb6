import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { group } from './group.ts'

/** The days on which a learner completed a lesson or took a test, by the calendar of where the learner was. */
export const xpDaysCollection: CollectionConfig = {
  slug: 'xp-days',
  labels: { singular: { en: 'Active day', ru: 'Активный день' }, plural: { en: 'Active days', ru: 'Активные дни' } },
  admin: { group, hidden: true },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  timestamps: false,
  indexes: [{ fields: ['learner', 'day'], unique: true }],
  fields: [
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true },
    { name: 'day', type: 'text', required: true },
    { name: 'at', type: 'date', required: true },
    { name: 'timeZone', type: 'text', required: true },
    { name: 'event', type: 'text', required: true },
  ],
}
