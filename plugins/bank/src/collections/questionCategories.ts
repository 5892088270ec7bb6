import { authors, editors } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { guardCategory, refuseCategoryInUse, writePaths } from '../hooks/categoryHooks.ts'

/**
 * The shelves of the question bank, a tree. A category may belong to a course; one that does not is shared. `path` is the
 * titles from the root down, kept by `writeCategoryPaths`, so that lists and selects can tell two “Chapter 1” apart.
 */
export const questionCategoriesCollection: CollectionConfig = {
  slug: 'question-categories',
  dbName: 'question_categories',
  labels: {
    singular: { en: 'Question category', ru: 'Категория вопросов' },
    plural: { en: 'Question categories', ru: 'Категории вопросов' },
  },
  admin: {
    group: { en: 'Questions and tests', ru: 'Вопросы и тесты' },
    useAsTitle: 'path',
    defaultColumns: ['path', 'course', 'updatedAt'],
    listSearchableFields: ['path'],
  },
  defaultSort: 'path',
  access: { create: authors, read: authors, update: authors, delete: editors },
  versions: false,
  lockDocuments: false,
  hooks: { beforeChange: [guardCategory], afterChange: [writePaths], beforeDelete: [refuseCategoryInUse] },
  fields: [
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 200, label: { en: 'Title', ru: 'Название' } },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'question-categories',
      index: true,
      label: { en: 'Lies within', ru: 'Внутри категории' },
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
    },
    {
      name: 'course',
      type: 'relationship',
      relationTo: 'courses',
      index: true,
      label: { en: 'Course', ru: 'Курс' },
      admin: {
        description: {
          en: 'Empty: shared by all courses.',
          ru: 'Пусто: общая для всех курсов.',
        },
      },
    },
    {
      name: 'path',
      type: 'text',
      localized: true,
      label: { en: 'Category', ru: 'Категория' },
      admin: { readOnly: true, condition: () => false },
    },
  ],
}
