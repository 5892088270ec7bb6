import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { reverseEndpoint } from '../endpoints/reverseEndpoint.ts'
import { group } from './group.ts'

/**
 * Every point that was ever given or taken back. Append-only: a mistake is mended by a further row that names the one it takes
 * back. `seq` numbers the rows of one learner from 1 without a gap, in the order in which they were given.
 */
export const xpLedgerCollection: CollectionConfig = {
  slug: 'xp-ledger',
  labels: { singular: { en: 'XP entry', ru: 'Запись очков' }, plural: { en: 'XP ledger', ru: 'Журнал очков' } },
  admin: {
    group,
    useAsTitle: 'id',
    defaultColumns: ['learner', 'code', 'points', 'source', 'course', 'at'],
    description: {
      en: 'Every point that was given or taken back. Rows are never changed or deleted.',
      ru: 'Каждое начисление и каждая отмена. Строки не меняются и не удаляются.',
    },
  },
  access: operationsOnly,
  endpoints: [reverseEndpoint],
  versions: false,
  lockDocuments: false,
  // `at` is its time; columns and indexes that nobody reads would cost every grant.
  timestamps: false,
  defaultSort: '-at',
  indexes: [
    { fields: ['learner', 'rule', 'source'], unique: true },
    { fields: ['learner', 'seq'], unique: true },
    { fields: ['learner', 'day'] },
  ],
  fields: [
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true, label: { en: 'Learner', ru: 'Учащийся' } },
    { name: 'seq', type: 'number', required: true, label: { en: 'Number', ru: 'Номер' } },
    { name: 'rule', type: 'text', required: true, label: { en: 'Rule', ru: 'Правило' } },
    { name: 'version', type: 'number', required: true, label: { en: 'Version of the rule', ru: 'Версия правила' } },
    { name: 'code', type: 'text', required: true, label: { en: 'Kind', ru: 'Вид' } },
    { name: 'source', type: 'text', required: true, label: { en: 'What for', ru: 'За что' } },
    { name: 'event', type: 'text', required: true, label: { en: 'Event', ru: 'Событие' } },
    { name: 'course', type: 'text', label: { en: 'Course', ru: 'Курс' } },
    { name: 'base', type: 'number', required: true, label: { en: 'Before limits', ru: 'До ограничений' } },
    { name: 'points', type: 'number', required: true, label: { en: 'Points', ru: 'Очки' } },
    { name: 'steps', type: 'json', label: { en: 'What changed them', ru: 'Что их изменило' } },
    { name: 'day', type: 'text', required: true, label: { en: 'Day', ru: 'День' } },
    { name: 'at', type: 'date', required: true, label: { en: 'When', ru: 'Когда' } },
    { name: 'reverses', type: 'text', label: { en: 'Takes back', ru: 'Отменяет' } },
    { name: 'note', type: 'text', label: { en: 'Why', ru: 'Почему' } },
    { name: 'reverse', type: 'ui', admin: { components: { Field: '@lectern/xp/admin/ReverseEntry#ReverseEntry' } } },
  ],
}
