import { courseAccessSchema, levelSchema } from '@lectern/content-schemas'
import { authors, editors } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { courseTreeEndpoints } from '../endpoints/courseTree.ts'
import { draftVersions } from '../fields/draftVersions.ts'
import { importFields } from '../fields/importFields.ts'
import { createSlugField } from '../fields/slugField.ts'
import { tagsCell } from '../fields/tagsCell.ts'
import { groups } from './groups.ts'

const levelLabels = {
  beginner: { en: 'Beginner', ru: 'Начальный' },
  intermediate: { en: 'Intermediate', ru: 'Средний' },
  advanced: { en: 'Advanced', ru: 'Продвинутый' },
}
const accessLabels = {
  open: { en: 'Open: anyone may read', ru: 'Открытый: читать может каждый' },
  enrolled: { en: 'Free, after enrolment', ru: 'Бесплатный, после записи' },
  paid: { en: 'Paid', ru: 'Платный' },
}

/** A course: what its title page says, and the order of its modules. */
export const Courses: CollectionConfig = {
  slug: 'courses',
  labels: { singular: { en: 'Course', ru: 'Курс' }, plural: { en: 'Courses', ru: 'Курсы' } },
  admin: {
    group: groups.courses,
    useAsTitle: 'title',
    defaultColumns: ['title', 'subject', 'level', 'access', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
    description: {
      en: 'Publishing a course (or anything in it) makes a new edition and renews the site within seconds.',
      ru: 'Публикация курса или любой его части создаёт новое издание и обновляет сайт за несколько секунд.',
    },
  },
  access: { create: authors, read: authors, readVersions: authors, update: authors, delete: editors },
  versions: draftVersions,
  defaultSort: 'slug',
  endpoints: courseTreeEndpoints,
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: { en: 'Title page', ru: 'Титул' },
          fields: [
            {
              name: 'title',
              type: 'text',
              required: true,
              localized: true,
              maxLength: 400,
              label: { en: 'Title', ru: 'Название' },
            },
            {
              name: 'summary',
              type: 'textarea',
              localized: true,
              maxLength: 4000,
              label: { en: 'Summary', ru: 'Кратко' },
              admin: {
                description: {
                  en: 'What one can do afterwards, in two or three sentences.',
                  ru: 'Что вы сможете после курса, в двух-трёх предложениях.',
                },
              },
            },
            {
              name: 'cover',
              type: 'upload',
              relationTo: 'media',
              label: { en: 'Cover', ru: 'Обложка' },
              admin: {
                description: {
                  en: 'Without one, a cover is drawn from the address.',
                  ru: 'Если не задать, обложка рисуется по адресу.',
                },
              },
            },
            {
              name: 'authors',
              type: 'text',
              hasMany: true,
              label: { en: 'Authors', ru: 'Авторы' },
              admin: { components: { Cell: tagsCell } },
            },
            {
              name: 'tags',
              type: 'text',
              hasMany: true,
              label: { en: 'Tags', ru: 'Метки' },
              admin: { components: { Cell: tagsCell } },
            },
            {
              type: 'row',
              fields: [
                { name: 'licence', type: 'text', label: { en: 'Licence', ru: 'Лицензия' } },
                { name: 'source', type: 'text', label: { en: 'Source', ru: 'Источник' } },
              ],
            },
          ],
        },
        {
          label: { en: 'Contents', ru: 'Содержание' },
          fields: [
            { name: 'tree', type: 'ui', admin: { components: { Field: './admin/CourseTree.tsx#CourseTree' } } },
            {
              name: 'modules',
              type: 'relationship',
              relationTo: 'modules',
              hasMany: true,
              label: { en: 'Modules, in order', ru: 'Модули по порядку' },
            },
          ],
        },
        {
          label: { en: 'Access', ru: 'Доступ' },
          fields: [
            {
              name: 'access',
              type: 'select',
              required: true,
              defaultValue: 'open',
              enumName: 'enum_course_access',
              options: courseAccessSchema.options.map((value) => ({ value, label: accessLabels[value] })),
              label: { en: 'Who may read', ru: 'Кто может читать' },
              admin: {
                description: {
                  en: 'Lessons marked as preview can always be read.',
                  ru: 'Уроки с пометкой «предпросмотр» открыты всегда.',
                },
              },
            },
            {
              name: 'price',
              type: 'group',
              label: { en: 'Price', ru: 'Цена' },
              admin: { condition: (data) => data.access === 'paid' },
              fields: [
                {
                  type: 'row',
                  fields: [
                    {
                      name: 'amount',
                      type: 'number',
                      min: 0,
                      label: { en: 'Amount in minor units (cents)', ru: 'Сумма в минимальных единицах (центах)' },
                    },
                    {
                      name: 'currency',
                      type: 'text',
                      maxLength: 3,
                      label: { en: 'Currency (ISO 4217)', ru: 'Валюта (ISO 4217)' },
                    },
                  ],
                },
              ],
            },
            {
              name: 'prerequisites',
              type: 'relationship',
              relationTo: 'courses',
              hasMany: true,
              label: { en: 'Courses to complete before', ru: 'Какие курсы пройти до этого' },
            },
          ],
        },
      ],
    },
    createSlugField(),
    {
      name: 'subject',
      type: 'relationship',
      relationTo: 'categories',
      index: true,
      label: { en: 'Subject', ru: 'Предмет' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'level',
      type: 'select',
      enumName: 'enum_course_level',
      options: levelSchema.options.map((value) => ({ value, label: levelLabels[value] })),
      label: { en: 'Level', ru: 'Уровень' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'hue',
      type: 'number',
      min: 0,
      max: 359,
      label: { en: 'Hue of the cover (0–359)', ru: 'Оттенок обложки (0–359)' },
      admin: { position: 'sidebar' },
    },
    ...importFields,
  ],
}
