import { reviewPartSchema, testSettingsSchema } from '@lectern/content-schemas'
import { authors, editors } from '@lectern/kernel'
import type { Block, CollectionConfig } from 'payload'
import { draftVersions } from '../fields/draftVersions.ts'
import { importFields } from '../fields/importFields.ts'
import { groups } from './groups.ts'

const defaults = testSettingsSchema.parse({})
const reviewLabels = {
  correctness: { en: 'Right or wrong', ru: 'Верно или нет' },
  marks: { en: 'Marks', ru: 'Баллы' },
  feedback: { en: 'Feedback', ru: 'Комментарии' },
  key: { en: 'The right answer', ru: 'Правильный ответ' },
}
const countsLabels = {
  best: { en: 'The best attempt', ru: 'Лучшая попытка' },
  last: { en: 'The last attempt', ru: 'Последняя попытка' },
  first: { en: 'The first attempt', ru: 'Первая попытка' },
  mean: { en: 'The mean of all', ru: 'Среднее всех' },
}
const placementLabels = {
  before: { en: 'Before the text', ru: 'Перед текстом' },
  after: { en: 'After the text', ru: 'После текста' },
  embedded: { en: 'Inside the text (by a block)', ru: 'В тексте (блоком)' },
}

/** What a test is made of. Further kinds of items (draws from the bank) are further blocks. */
const fixedQuestion: Block = {
  slug: 'fixedQuestion',
  labels: { singular: { en: 'Question', ru: 'Вопрос' }, plural: { en: 'Questions', ru: 'Вопросы' } },
  fields: [
    { name: 'question', type: 'relationship', relationTo: 'questions', required: true, label: { en: 'Question', ru: 'Вопрос' } },
    { name: 'maxMark', type: 'number', required: true, defaultValue: 1, min: 0, max: 1000, label: { en: 'Mark', ru: 'Балл' } },
  ],
}

/** A test: its questions in order and the rules by which it is taken. */
export const Tests: CollectionConfig = {
  slug: 'tests',
  labels: { singular: { en: 'Test', ru: 'Тест' }, plural: { en: 'Tests', ru: 'Тесты' } },
  admin: {
    group: groups.assessment,
    useAsTitle: 'title',
    defaultColumns: ['title', 'course', 'lesson', 'placement', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'key'],
  },
  access: { create: authors, read: authors, readVersions: authors, update: authors, delete: editors },
  versions: draftVersions,
  fields: [
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 400, label: { en: 'Title', ru: 'Название' } },
    {
      name: 'items',
      type: 'blocks',
      blocks: [fixedQuestion],
      required: true,
      minRows: 1,
      label: { en: 'Questions', ru: 'Вопросы' },
    },
    {
      name: 'settings',
      type: 'group',
      label: { en: 'Rules', ru: 'Правила' },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'passPercent',
              type: 'number',
              required: true,
              min: 0,
              max: 100,
              defaultValue: defaults.passPercent,
              label: { en: 'Passed from (%)', ru: 'Зачёт от (%)' },
            },
            {
              name: 'maxAttempts',
              type: 'number',
              min: 1,
              max: 1000,
              label: { en: 'Attempts (empty: unlimited)', ru: 'Попыток (пусто: без ограничения)' },
            },
            {
              name: 'timeLimitSeconds',
              type: 'number',
              min: 10,
              label: { en: 'Time limit in seconds', ru: 'Лимит времени в секундах' },
            },
          ],
        },
        {
          name: 'counts',
          type: 'select',
          required: true,
          defaultValue: defaults.counts,
          enumName: 'enum_test_counts',
          options: testSettingsSchema.shape.counts.unwrap().options.map((value) => ({ value, label: countsLabels[value] })),
          label: { en: 'Which attempt counts', ru: 'Какая попытка засчитывается' },
        },
        {
          name: 'shuffleQuestions',
          type: 'checkbox',
          defaultValue: defaults.shuffleQuestions,
          label: { en: 'Questions in a drawn order', ru: 'Случайный порядок вопросов' },
        },
        {
          name: 'reviewAfterSubmit',
          type: 'select',
          hasMany: true,
          defaultValue: defaults.reviewAfterSubmit,
          enumName: 'enum_test_review',
          dbName: 'test_review',
          options: reviewPartSchema.options.map((value) => ({ value, label: reviewLabels[value] })),
          label: { en: 'Shown after submission', ru: 'Что видно после сдачи' },
        },
      ],
    },
    {
      name: 'key',
      type: 'text',
      required: true,
      defaultValue: 'post',
      maxLength: 60,
      validate: (value: unknown) => (typeof value === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)) || 'a-z, 0-9, -',
      label: { en: 'Key', ru: 'Ключ' },
      admin: {
        position: 'sidebar',
        description: {
          en: 'Its name within the lesson, as completion rules use it.',
          ru: 'Имя теста в уроке; им пользуются правила прохождения.',
        },
      },
    },
    {
      name: 'placement',
      type: 'select',
      required: true,
      defaultValue: 'after',
      enumName: 'enum_test_placement',
      options: [
        { value: 'before', label: placementLabels.before },
        { value: 'after', label: placementLabels.after },
        { value: 'embedded', label: placementLabels.embedded },
      ],
      label: { en: 'Where', ru: 'Где' },
      admin: { position: 'sidebar' },
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
      name: 'lesson',
      type: 'relationship',
      relationTo: 'lessons',
      index: true,
      label: { en: 'Lesson', ru: 'Урок' },
      admin: { position: 'sidebar' },
    },
    ...importFields,
  ],
}
