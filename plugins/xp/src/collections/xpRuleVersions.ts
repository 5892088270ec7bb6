import { authors, nobody } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { group } from './group.ts'

/** Every version of every rule with the moment from which it holds: what a line of the ledger was given by can be looked up. */
export const xpRuleVersionsCollection: CollectionConfig = {
  slug: 'xp-rule-versions',
  labels: {
    singular: { en: 'Version of an XP rule', ru: 'Версия правила очков' },
    plural: { en: 'Versions of XP rules', ru: 'Версии правил очков' },
  },
  admin: {
    group,
    useAsTitle: 'id',
    defaultColumns: ['rule', 'version', 'code', 'args', 'active', 'effectiveFrom'],
    description: { en: 'Rows are never changed.', ru: 'Строки не меняются.' },
  },
  access: { create: nobody, read: authors, update: nobody, delete: nobody },
  versions: false,
  lockDocuments: false,
  timestamps: false,
  defaultSort: '-effectiveFrom',
  indexes: [{ fields: ['rule', 'version'], unique: true }],
  fields: [
    { name: 'rule', type: 'text', required: true, label: { en: 'Rule', ru: 'Правило' } },
    { name: 'version', type: 'number', required: true, label: { en: 'Version', ru: 'Версия' } },
    { name: 'code', type: 'text', required: true, label: { en: 'Kind', ru: 'Вид' } },
    { name: 'args', type: 'json', required: true, label: { en: 'Arguments', ru: 'Параметры' } },
    { name: 'active', type: 'checkbox', required: true, label: { en: 'In force', ru: 'Действует' } },
    { name: 'effectiveFrom', type: 'date', required: true, label: { en: 'Holds from', ru: 'Действует с' } },
    { name: 'user', type: 'text', label: { en: 'Changed by', ru: 'Кто изменил' } },
  ],
}
