import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { group } from './group.ts'

/** What a learner chose for one kind on one channel; without a row the kind's own default holds. */
export const preferencesCollection: CollectionConfig = {
  slug: 'notification-preferences',
  labels: {
    singular: { en: 'Notification preference', ru: 'Настройка уведомлений' },
    plural: { en: 'Notification preferences', ru: 'Настройки уведомлений' },
  },
  admin: { group, hidden: true },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['learner', 'kind', 'channel'], unique: true }],
  fields: [
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'channel', type: 'text', required: true },
    { name: 'mode', type: 'text', required: true },
  ],
}

/** Quiet hours of a learner, as minutes of their own day; both null when they have none. */
export const learnerSettingsCollection: CollectionConfig = {
  slug: 'notification-settings',
  labels: {
    singular: { en: 'Quiet hours', ru: 'Тихие часы' },
    plural: { en: 'Quiet hours', ru: 'Тихие часы' },
  },
  admin: { group, hidden: true },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  fields: [
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true, unique: true },
    { name: 'quietFrom', type: 'number' },
    { name: 'quietTo', type: 'number' },
  ],
}

/** A channel that cannot reach a learner any more: `address` bounced, or they complained. Another address is tried again. */
export const channelStatesCollection: CollectionConfig = {
  slug: 'notification-channel-states',
  labels: {
    singular: { en: 'Unreachable address', ru: 'Недоступный адрес' },
    plural: { en: 'Unreachable addresses', ru: 'Недоступные адреса' },
  },
  admin: { group, useAsTitle: 'address', defaultColumns: ['learner', 'channel', 'address', 'reason', 'updatedAt'] },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['learner', 'channel'], unique: true }],
  fields: [
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true },
    { name: 'channel', type: 'text', required: true },
    { name: 'address', type: 'text', required: true },
    { name: 'reason', type: 'text', required: true },
  ],
}
