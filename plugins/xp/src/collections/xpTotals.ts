import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { group } from './group.ts'

/** One row a learner: the sum of the ledger, the highest level ever reached, and the streak as of the last active day. */
export const xpTotalsCollection: CollectionConfig = {
  slug: 'xp-totals',
  labels: { singular: { en: 'XP total', ru: 'Сумма очков' }, plural: { en: 'XP totals', ru: 'Суммы очков' } },
  admin: {
    group,
    useAsTitle: 'id',
    defaultColumns: ['learner', 'total', 'level', 'streakDays', 'longestStreak'],
    description: {
      en: 'Follows from the ledger and can be computed anew: npm run lectern -- xp rebuild --check',
      ru: 'Следует из журнала и может быть вычислено заново: npm run lectern -- xp rebuild --check',
    },
  },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  timestamps: false,
  defaultSort: '-total',
  fields: [
    {
      name: 'learner',
      type: 'relationship',
      relationTo: 'users',
      required: true,
      unique: true,
      label: { en: 'Learner', ru: 'Учащийся' },
    },
    { name: 'total', type: 'number', required: true, defaultValue: 0, label: { en: 'Points', ru: 'Очки' } },
    { name: 'entries', type: 'number', required: true, defaultValue: 0, label: { en: 'Entries', ru: 'Записей' } },
    { name: 'level', type: 'number', required: true, defaultValue: 1, label: { en: 'Level', ru: 'Уровень' } },
    { name: 'streakDays', type: 'number', required: true, defaultValue: 0, label: { en: 'Streak', ru: 'Серия' } },
    {
      name: 'longestStreak',
      type: 'number',
      required: true,
      defaultValue: 0,
      label: { en: 'Longest streak', ru: 'Лучшая серия' },
    },
    { name: 'freezes', type: 'number', required: true, defaultValue: 0, label: { en: 'Freezes', ru: 'Заморозки' } },
    { name: 'lastDay', type: 'text', label: { en: 'Last active day', ru: 'Последний активный день' } },
    { name: 'lastAt', type: 'date', label: { en: 'Last active at', ru: 'Последняя активность' } },
    { name: 'lastZone', type: 'text', label: { en: 'Time zone then', ru: 'Часовой пояс тогда' } },
  ],
}
