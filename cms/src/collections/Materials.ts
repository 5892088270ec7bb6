import { authors, editors } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { draftVersions } from '../fields/draftVersions.ts'
import { groups } from './groups.ts'

/** Things to hand out: files and links that belong to a lesson or to a whole course. */
export const Materials: CollectionConfig = {
  slug: 'materials',
  labels: { singular: { en: 'Material', ru: 'Материал' }, plural: { en: 'Materials', ru: 'Материалы' } },
  admin: { group: groups.courses, useAsTitle: 'title', defaultColumns: ['title', 'kind', 'course', 'lesson', 'updatedAt'] },
  access: { create: authors, read: authors, readVersions: authors, update: authors, delete: editors },
  versions: draftVersions,
  fields: [
    { name: 'title', type: 'text', required: true, localized: true, label: { en: 'Title', ru: 'Название' } },
    {
      name: 'kind',
      type: 'text',
      required: true,
      defaultValue: 'file',
      label: { en: 'Kind', ru: 'Вид' },
      validate: (value: unknown) => value === 'file' || value === 'link' || 'file, link',
      admin: { description: { en: 'file or link', ru: 'file или link' } },
    },
    {
      name: 'media',
      type: 'upload',
      relationTo: 'media',
      label: { en: 'File', ru: 'Файл' },
      admin: { condition: (data) => data.kind === 'file' },
    },
    {
      name: 'url',
      type: 'text',
      label: { en: 'Address', ru: 'Адрес' },
      admin: { condition: (data) => data.kind === 'link' },
      validate: (value: unknown, { data }: { data: Partial<{ kind: string }> }) =>
        data.kind !== 'link' || (typeof value === 'string' && /^https?:\/\//.test(value)) || 'https://…',
    },
    { name: 'course', type: 'relationship', relationTo: 'courses', index: true, label: { en: 'Course', ru: 'Курс' } },
    { name: 'lesson', type: 'relationship', relationTo: 'lessons', index: true, label: { en: 'Lesson', ru: 'Урок' } },
  ],
}
