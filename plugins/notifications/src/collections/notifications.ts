import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { group } from './group.ts'

/** What there is to tell: one row per kind and fact, however many people are told. */
export const contentsCollection: CollectionConfig = {
  slug: 'notification-contents',
  labels: {
    singular: { en: 'Contents of notifications', ru: 'Содержание уведомлений' },
    plural: { en: 'Contents of notifications', ru: 'Содержание уведомлений' },
  },
  admin: { group, hidden: true },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['kind', 'fact'], unique: true }],
  fields: [
    { name: 'kind', type: 'text', required: true },
    { name: 'fact', type: 'text', required: true },
    { name: 'data', type: 'json', required: true },
    { name: 'groupKey', type: 'text' },
  ],
}

/** What people were told: one row per learner, kind and fact. Those with `inApp` are the learner's inbox. */
export const notificationsCollection: CollectionConfig = {
  slug: 'notifications',
  labels: { singular: { en: 'Notification', ru: 'Уведомление' }, plural: { en: 'Notifications', ru: 'Уведомления' } },
  admin: { group, useAsTitle: 'kind', defaultColumns: ['learner', 'kind', 'inApp', 'readAt', 'createdAt'] },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['learner', 'kind', 'fact'], unique: true }, { fields: ['learner', 'inApp', 'readAt'] }],
  fields: [
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'fact', type: 'text', required: true },
    { name: 'content', type: 'relationship', relationTo: 'notification-contents', required: true },
    { name: 'inApp', type: 'checkbox', required: true },
    { name: 'readAt', type: 'date' },
  ],
}
