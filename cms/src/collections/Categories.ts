import { anyone, editors } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { createSlugField } from '../fields/slugField.ts'
import { groups } from './groups.ts'

/** The subjects by which the catalog is sorted. */
export const Categories: CollectionConfig = {
  slug: 'categories',
  labels: { singular: { en: 'Subject', ru: 'Предмет' }, plural: { en: 'Subjects', ru: 'Предметы' } },
  admin: { group: groups.library, useAsTitle: 'title', defaultColumns: ['title', 'slug', 'updatedAt'] },
  access: { create: editors, read: anyone, update: editors, delete: editors },
  versions: false,
  lockDocuments: false,
  fields: [
    { name: 'title', type: 'text', required: true, localized: true, label: { en: 'Title', ru: 'Название' } },
    createSlugField(),
  ],
}
