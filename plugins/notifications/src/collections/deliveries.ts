import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { group } from './group.ts'

/**
 * One notification on one channel outside the inbox: `waiting` until `dueAt`, `sending` (claimed by a worker; `dueAt` is then
 * when the claim runs out), and at the end `sent`, `skipped` (nowhere to send it to) or `failed`.
 */
export const deliveriesCollection: CollectionConfig = {
  slug: 'notification-deliveries',
  labels: { singular: { en: 'Delivery', ru: 'Доставка' }, plural: { en: 'Deliveries', ru: 'Доставки' } },
  admin: {
    group,
    useAsTitle: 'id',
    defaultColumns: ['channel', 'learner', 'state', 'attempts', 'dueAt', 'error'],
    description: {
      en: 'What was sent by e-mail and other channels, what waits (quiet hours, digests) and what failed, with the reason.',
      ru: 'Что отправлено по почте и другим каналам, что ждёт (тихие часы, сводки) и что не удалось, с причиной.',
    },
  },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['notification', 'channel'], unique: true }, { fields: ['state', 'channel', 'dueAt'] }],
  fields: [
    { name: 'notification', type: 'relationship', relationTo: 'notifications', required: true, index: false },
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true },
    { name: 'channel', type: 'text', required: true },
    { name: 'mode', type: 'text', required: true },
    { name: 'state', type: 'text', required: true },
    { name: 'dueAt', type: 'date', required: true },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'error', type: 'text' },
    { name: 'sentAt', type: 'date' },
  ],
}
