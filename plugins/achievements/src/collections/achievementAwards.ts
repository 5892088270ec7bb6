import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { group } from './group.ts'

/** Who earned what, once each. State: `awarded` or `revoked`. `place` numbers those of an achievement with places. */
export const achievementAwardsCollection: CollectionConfig = {
  slug: 'achievement-awards',
  labels: { singular: { en: 'Award', ru: 'Награда' }, plural: { en: 'Awards', ru: 'Награды' } },
  admin: { group, useAsTitle: 'id', defaultColumns: ['learner', 'achievement', 'tier', 'state', 'awardedAt'] },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  defaultSort: '-awardedAt',
  indexes: [{ fields: ['learner', 'achievement', 'tier'], unique: true }, { fields: ['achievement', 'tier', 'state'] }],
  fields: [
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true, label: { en: 'Learner', ru: 'Учащийся' } },
    {
      name: 'achievement',
      type: 'relationship',
      relationTo: 'achievements',
      required: true,
      label: { en: 'Achievement', ru: 'Достижение' },
    },
    { name: 'tier', type: 'number', required: true, label: { en: 'Tier', ru: 'Ступень' } },
    { name: 'state', type: 'text', required: true, label: { en: 'State', ru: 'Состояние' } },
    { name: 'place', type: 'number', label: { en: 'Place', ru: 'Место' } },
    { name: 'awardedAt', type: 'date', required: true, label: { en: 'Earned', ru: 'Получена' } },
    { name: 'event', type: 'text', required: true, label: { en: 'Event', ru: 'Событие' } },
  ],
}
