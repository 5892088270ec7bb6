import type { CollectionConfig } from 'payload'
import { admins, nobody, operationsOnly } from '../access.ts'

const group = { en: 'Operations', ru: 'Эксплуатация' }
const access = { ...operationsOnly, read: admins, create: nobody }

/** The append-only log of domain events. */
export const eventsCollection: CollectionConfig = {
  slug: 'events',
  labels: { singular: { en: 'Event', ru: 'Событие' }, plural: { en: 'Events', ru: 'События' } },
  admin: {
    group,
    useAsTitle: 'name',
    defaultColumns: ['name', 'key', 'occurredAt'],
    description: {
      en: 'Everything that happened, in order. Rows are never changed.',
      ru: 'Всё, что произошло, по порядку. Строки не меняются.',
    },
  },
  access,
  versions: false,
  lockDocuments: false,
  defaultSort: '-id',
  indexes: [{ fields: ['name', 'key'], unique: true }],
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'key', type: 'text', required: true },
    { name: 'data', type: 'json', required: true },
    { name: 'occurredAt', type: 'date', required: true, index: true },
  ],
}

/** One row per event and handler whose effect has been committed. */
export const eventReceiptsCollection: CollectionConfig = {
  slug: 'event-receipts',
  labels: { singular: { en: 'Receipt', ru: 'Квитанция' }, plural: { en: 'Receipts', ru: 'Квитанции' } },
  admin: { group, hidden: true },
  access,
  versions: false,
  lockDocuments: false,
  defaultSort: '-id',
  indexes: [{ fields: ['handler', 'event'], unique: true }],
  fields: [
    { name: 'handler', type: 'text', required: true },
    { name: 'event', type: 'text', required: true },
  ],
}

/** Deliveries that failed, for people: the error, how often it was tried, and a button for another round. */
export const eventFailuresCollection: CollectionConfig = {
  slug: 'event-failures',
  labels: {
    singular: { en: 'Failed delivery', ru: 'Сбой доставки' },
    plural: { en: 'Failed deliveries', ru: 'Сбои доставки' },
  },
  admin: {
    group,
    useAsTitle: 'handler',
    defaultColumns: ['handler', 'state', 'attempts', 'event', 'updatedAt'],
    description: {
      en: 'Effects of events that did not succeed. “dead” means that the queue gave up: look at the error, mend its cause, then retry.',
      ru: 'Последствия событий, которые не удались. «dead» значит, что очередь сдалась: прочтите ошибку, устраните причину и повторите.',
    },
  },
  access,
  versions: false,
  lockDocuments: false,
  defaultSort: '-updatedAt',
  indexes: [{ fields: ['handler', 'event'], unique: true }],
  fields: [
    { name: 'handler', type: 'text', required: true, admin: { readOnly: true } },
    { name: 'event', type: 'text', required: true, admin: { readOnly: true } },
    { name: 'state', type: 'text', required: true, index: true, admin: { readOnly: true } },
    { name: 'lane', type: 'text', admin: { readOnly: true } },
    { name: 'attempts', type: 'number', required: true, admin: { readOnly: true } },
    { name: 'error', type: 'textarea', admin: { readOnly: true } },
    { name: 'retry', type: 'ui', admin: { components: { Field: '@lectern/kernel/admin/RetryDelivery#RetryDelivery' } } },
  ],
}

/** What an administrator decided about an event handler; a handler without a row runs. */
export const eventHandlersCollection: CollectionConfig = {
  slug: 'event-handlers',
  labels: {
    singular: { en: 'Event handler', ru: 'Обработчик событий' },
    plural: { en: 'Event handlers', ru: 'Обработчики событий' },
  },
  admin: { group, hidden: true },
  access,
  versions: false,
  lockDocuments: false,
  fields: [
    { name: 'handler', type: 'text', required: true, unique: true },
    { name: 'paused', type: 'checkbox', required: true, defaultValue: false },
  ],
}

/** Who did what to the queue. */
export const queueActionsCollection: CollectionConfig = {
  slug: 'queue-actions',
  labels: {
    singular: { en: 'Intervention in the queue', ru: 'Вмешательство в очередь' },
    plural: { en: 'Interventions in the queue', ru: 'Вмешательства в очередь' },
  },
  admin: {
    group,
    useAsTitle: 'action',
    defaultColumns: ['action', 'handler', 'actor', 'createdAt'],
    description: {
      en: 'Who paused, resumed, retried, discarded or replayed what. Rows are never changed.',
      ru: 'Кто что приостановил, возобновил, повторил, отбросил или воспроизвёл. Строки не меняются.',
    },
  },
  access,
  versions: false,
  lockDocuments: false,
  fields: [
    { name: 'actor', type: 'relationship', relationTo: 'users', label: { en: 'Who', ru: 'Кто' } },
    { name: 'action', type: 'text', required: true, label: { en: 'What', ru: 'Что' } },
    { name: 'handler', type: 'text', required: true, index: true, label: { en: 'Handler', ru: 'Обработчик' } },
    { name: 'details', type: 'json', required: true, label: { en: 'Details', ru: 'Подробности' } },
  ],
}
