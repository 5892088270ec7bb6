import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { group } from './group.ts'

/** Who wants to be seen on leaderboards. Without a row here nobody has a score or a place in a league. */
export const xpBoardMembersCollection: CollectionConfig = {
  slug: 'xp-board-members',
  labels: {
    singular: { en: 'On the leaderboards', ru: 'В рейтингах' },
    plural: { en: 'On the leaderboards', ru: 'В рейтингах' },
  },
  admin: { group, useAsTitle: 'id', defaultColumns: ['learner', 'shownAs', 'league', 'joinedAt'] },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    {
      name: 'learner',
      type: 'relationship',
      relationTo: 'users',
      required: true,
      unique: true,
      label: { en: 'Learner', ru: 'Учащийся' },
    },
    { name: 'shownAs', type: 'text', required: true, label: { en: 'Shown by', ru: 'Показывается' } },
    { name: 'league', type: 'number', required: true, defaultValue: 1, label: { en: 'League', ru: 'Лига' } },
    { name: 'joinedAt', type: 'date', required: true, label: { en: 'Since', ru: 'С' } },
  ],
}
