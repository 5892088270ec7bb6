import { authors, editors } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { draftVersions } from '../fields/draftVersions.ts'
import { importFields } from '../fields/importFields.ts'
import { createSlugField } from '../fields/slugField.ts'
import { groups } from './groups.ts'

/** A part of a course. Other courses may list it too; its lessons' pages live below the course that owns it. */
export const Modules: CollectionConfig = {
  slug: 'modules',
  labels: { singular: { en: 'Module', ru: 'Модуль' }, plural: { en: 'Modules', ru: 'Модули' } },
  admin: {
    group: groups.courses,
    useAsTitle: 'title',
    defaultColumns: ['title', 'course', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
  },
  access: { create: authors, read: authors, readVersions: authors, update: authors, delete: editors },
  versions: draftVersions,
  indexes: [{ fields: ['course', 'slug'], unique: true }],
  fields: [
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 400, label: { en: 'Title', ru: 'Название' } },
    { name: 'summary', type: 'textarea', localized: true, maxLength: 4000, label: { en: 'Summary', ru: 'Кратко' } },
    {
      name: 'course',
      type: 'relationship',
      relationTo: 'courses',
      required: true,
      index: true,
      label: { en: 'Owning course', ru: 'Курс-владелец' },
      admin: { position: 'sidebar' },
    },
    createSlugField({ within: 'course' }),
    ...importFields,
  ],
}
