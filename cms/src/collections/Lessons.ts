import { completionRuleSchema, defaultCompletionRule } from '@lectern/content-schemas'
import { authors, editors } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'
import { draftVersions } from '../fields/draftVersions.ts'
import { importFields } from '../fields/importFields.ts'
import { createSlugField } from '../fields/slugField.ts'
import { createLessonEditor } from '../richtext/lessonEditor.ts'
import { groups } from './groups.ts'

const kindLabels = { lesson: { en: 'Lesson', ru: 'Урок' }, assignment: { en: 'Assignment', ru: 'Задание' } }

/** One page to read, or one task to do. */
export const Lessons: CollectionConfig = {
  slug: 'lessons',
  labels: { singular: { en: 'Lesson', ru: 'Урок' }, plural: { en: 'Lessons', ru: 'Уроки' } },
  admin: {
    group: groups.courses,
    useAsTitle: 'title',
    defaultColumns: ['title', 'course', 'module', 'order', 'minutes', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
  },
  access: { create: authors, read: authors, readVersions: authors, update: authors, delete: editors },
  versions: draftVersions,
  indexes: [{ fields: ['module', 'order'] }, { fields: ['module', 'slug'], unique: true }],
  fields: [
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 400, label: { en: 'Title', ru: 'Название' } },
    { name: 'summary', type: 'textarea', localized: true, maxLength: 4000, label: { en: 'Summary', ru: 'Кратко' } },
    { name: 'body', type: 'richText', localized: true, editor: createLessonEditor(), label: { en: 'Text', ru: 'Текст' } },
    {
      name: 'completion',
      type: 'json',
      defaultValue: defaultCompletionRule,
      label: { en: 'When it counts as completed', ru: 'Когда урок считается пройденным' },
      admin: {
        components: { Field: './admin/CompletionField.tsx#CompletionField' },
      },
      validate: (value: unknown) => {
        if (value === null || value === undefined) return true
        const parsed = completionRuleSchema.safeParse(value)
        return parsed.success || parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
      },
    },
    {
      name: 'course',
      type: 'relationship',
      relationTo: 'courses',
      required: true,
      index: true,
      label: { en: 'Course', ru: 'Курс' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'module',
      type: 'relationship',
      relationTo: 'modules',
      required: true,
      index: true,
      label: { en: 'Module', ru: 'Модуль' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'order',
      type: 'number',
      required: true,
      defaultValue: 0,
      label: { en: 'Place in the module', ru: 'Место в модуле' },
      admin: { position: 'sidebar' },
    },
    createSlugField({ within: 'module' }),
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'lesson',
      enumName: 'enum_lesson_kind',
      options: [
        { value: 'lesson', label: kindLabels.lesson },
        { value: 'assignment', label: kindLabels.assignment },
      ],
      label: { en: 'Kind', ru: 'Вид' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'minutes',
      type: 'number',
      min: 0,
      max: 10_000,
      label: { en: 'Minutes', ru: 'Минуты' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'preview',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Free preview', ru: 'Бесплатный предпросмотр' },
      admin: { position: 'sidebar' },
    },
    ...importFields,
  ],
}
