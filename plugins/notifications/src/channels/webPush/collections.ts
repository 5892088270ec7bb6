import { nobody, operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { group } from '../../collections/group.ts'

/** The browsers in which learners take notifications. `endpoint` is the address of the browser's own push service. */
export const pushSubscriptionsCollection: CollectionConfig = {
  slug: 'push-subscriptions',
  labels: {
    singular: { en: 'Push subscription', ru: 'Push-подписка' },
    plural: { en: 'Push subscriptions', ru: 'Push-подписки' },
  },
  admin: { group, hidden: true },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  fields: [
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true, index: true },
    { name: 'endpoint', type: 'text', required: true, unique: true },
    { name: 'p256dh', type: 'text', required: true },
    { name: 'auth', type: 'text', required: true },
  ],
}

/**
 * The pair of keys by which push services know this installation (VAPID, RFC 8292). In the database, because subscriptions are
 * good for this pair only: a backup has both or neither. Nobody reads it.
 */
export const pushKeysCollection: CollectionConfig = {
  slug: 'push-keys',
  labels: { singular: { en: 'Push keys', ru: 'Ключи push' }, plural: { en: 'Push keys', ru: 'Ключи push' } },
  admin: { group, hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  versions: false,
  lockDocuments: false,
  fields: [
    { name: 'purpose', type: 'text', required: true, unique: true },
    { name: 'publicKey', type: 'text', required: true },
    { name: 'privateKey', type: 'text', required: true },
  ],
}
