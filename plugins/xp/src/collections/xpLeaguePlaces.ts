import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { group } from './group.ts'

/**
 * A learner's place in the league of a week (its Monday), among a group of the same league. `state` is `open` until the week is
 * over, then what the week ended with: `promoted`, `kept` or `demoted`.
 */
export const xpLeaguePlacesCollection: CollectionConfig = {
  slug: 'xp-league-places',
  labels: { singular: { en: 'Place in a league', ru: 'Место в лиге' }, plural: { en: 'Places in leagues', ru: 'Места в лигах' } },
  admin: { group, useAsTitle: 'id', defaultColumns: ['learner', 'week', 'league', 'team', 'points', 'state'] },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['learner', 'week'], unique: true }, { fields: ['week', 'league', 'team'] }],
  fields: [
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true, label: { en: 'Learner', ru: 'Учащийся' } },
    { name: 'week', type: 'text', required: true, label: { en: 'Week', ru: 'Неделя' } },
    { name: 'league', type: 'number', required: true, label: { en: 'League', ru: 'Лига' } },
    { name: 'team', type: 'number', required: true, label: { en: 'Group', ru: 'Группа' } },
    { name: 'points', type: 'number', required: true, label: { en: 'Points', ru: 'Очки' } },
    { name: 'state', type: 'text', required: true, defaultValue: 'open', label: { en: 'State', ru: 'Состояние' } },
  ],
}
