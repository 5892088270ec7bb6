import { authors, createRuleEndpoints, createRuleField, editors, nobody } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { criterionKinds } from '../registry.ts'
import { stamps } from '../stamps/index.ts'
import { group } from './group.ts'

/**
 * What learners can earn. A tier is earned once, when its criterion is met by what happens while the achievement is in force.
 * It is switched off rather than deleted, because awards refer to it.
 */
export const achievementsCollection: CollectionConfig = {
  slug: 'achievements',
  labels: { singular: { en: 'Achievement', ru: 'Достижение' }, plural: { en: 'Achievements', ru: 'Достижения' } },
  admin: {
    group,
    useAsTitle: 'title',
    defaultColumns: ['title', 'code', 'secret', 'active', 'updatedAt'],
    description: {
      en: 'Progress counts from the moment an achievement is in force. Who has earned it keeps it, unless it can be taken back.',
      ru: 'Прогресс считается с момента, когда достижение действует. Полученное остаётся, если его нельзя отозвать.',
    },
  },
  access: { create: editors, read: authors, update: editors, delete: nobody },
  versions: false,
  endpoints: createRuleEndpoints({ registry: criterionKinds }),
  fields: [
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 120, label: { en: 'Title', ru: 'Название' } },
    {
      name: 'description',
      type: 'textarea',
      localized: true,
      maxLength: 500,
      label: { en: 'Description', ru: 'Описание' },
    },
    {
      name: 'tiers',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: 10,
      dbName: 'achievement_tiers',
      label: { en: 'Tiers, the easiest first', ru: 'Ступени, от простой к сложной' },
      labels: { singular: { en: 'Tier', ru: 'Ступень' }, plural: { en: 'Tiers', ru: 'Ступени' } },
      fields: [...createRuleField({ registry: criterionKinds, endpoints: '/api/achievements' })],
    },
    {
      name: 'code',
      type: 'text',
      required: true,
      unique: true,
      maxLength: 60,
      validate: (value: unknown) => (typeof value === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)) || 'a-z, 0-9, -',
      label: { en: 'Code', ru: 'Код' },
      admin: {
        position: 'sidebar',
        description: { en: 'Its name in events; never changed later.', ru: 'Имя в событиях; потом не меняется.' },
      },
    },
    {
      name: 'art',
      type: 'text',
      required: true,
      defaultValue: 'book',
      validate: (value: unknown) => (typeof value === 'string' && Object.hasOwn(stamps, value)) || Object.keys(stamps).join(', '),
      label: { en: 'Stamp', ru: 'Печать' },
      admin: {
        position: 'sidebar',
        description: { en: `One of: ${Object.keys(stamps).join(', ')}`, ru: `Одна из: ${Object.keys(stamps).join(', ')}` },
      },
    },
    {
      name: 'secret',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Secret until it is earned', ru: 'Тайное, пока не получено' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'revocable',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Taken back when the criterion is no longer met', ru: 'Отзывается, если условие больше не выполнено' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'order',
      type: 'number',
      defaultValue: 100,
      label: { en: 'Order', ru: 'Порядок' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: { en: 'In force', ru: 'Действует' },
      admin: { position: 'sidebar' },
    },
  ],
}
