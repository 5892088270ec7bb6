import { authors, editors, registriesOf } from '@lectern/kernel'
import type { Block, CollectionConfig, PayloadRequest } from 'payload'
import { draftVersions } from '../fields/draftVersions.ts'
import { importFields } from '../fields/importFields.ts'
import { overallFeedback } from '../fields/overallFeedback.ts'
import { testSettings } from '../fields/testSettings.ts'
import { checkTest } from '../hooks/checkTest.ts'
import { groups } from './groups.ts'

const placementLabels = {
  before: { en: 'Before the text', ru: 'Перед текстом' },
  after: { en: 'After the text', ru: 'После текста' },
  embedded: { en: 'Inside the text (by a block)', ru: 'В тексте (блоком)' },
}

/** What a test is made of: a question of one's choice, questions drawn from the bank, and headings between them. */
const fixedQuestion: Block = {
  slug: 'fixedQuestion',
  labels: { singular: { en: 'Question', ru: 'Вопрос' }, plural: { en: 'Questions', ru: 'Вопросы' } },
  fields: [
    { name: 'question', type: 'relationship', relationTo: 'questions', required: true, label: { en: 'Question', ru: 'Вопрос' } },
    { name: 'maxMark', type: 'number', required: true, defaultValue: 1, min: 0, max: 1000, label: { en: 'Mark', ru: 'Балл' } },
  ],
}

const draw: Block = {
  slug: 'draw',
  labels: { singular: { en: 'Draw from the bank', ru: 'Выбор из банка' }, plural: { en: 'Draws', ru: 'Выборы' } },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'count',
          type: 'number',
          required: true,
          defaultValue: 1,
          min: 1,
          max: 500,
          label: { en: 'Questions', ru: 'Вопросов' },
        },
        {
          name: 'maxMark',
          type: 'number',
          required: true,
          defaultValue: 1,
          min: 0,
          max: 1000,
          label: { en: 'Mark of each', ru: 'Балл за каждый' },
        },
      ],
    },
    {
      name: 'tags',
      type: 'text',
      hasMany: true,
      required: true,
      minRows: 1,
      label: { en: 'Tags that they all have', ru: 'Метки, которые есть у всех' },
    },
    {
      type: 'row',
      fields: [
        { name: 'difficultyFrom', type: 'number', min: 1, max: 5, label: { en: 'Difficulty from', ru: 'Сложность от' } },
        { name: 'difficultyTo', type: 'number', min: 1, max: 5, label: { en: 'Difficulty to', ru: 'Сложность до' } },
      ],
    },
    {
      name: 'types',
      type: 'text',
      hasMany: true,
      validate: (value: unknown, { req }: { req: PayloadRequest }) =>
        !Array.isArray(value) ||
        value.every((type) => registriesOf(req.payload).questionTypes.has(String(type))) ||
        'UNKNOWN_QUESTION_TYPE',
      label: { en: 'Types (empty: any)', ru: 'Типы (пусто: любые)' },
    },
    {
      name: 'preferUnseen',
      type: 'checkbox',
      defaultValue: true,
      label: { en: 'First those that the learner has not had yet', ru: 'Сначала те, которых у учащегося ещё не было' },
    },
  ],
}

const section: Block = {
  slug: 'section',
  labels: { singular: { en: 'Section', ru: 'Раздел' }, plural: { en: 'Sections', ru: 'Разделы' } },
  fields: [
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 400, label: { en: 'Title', ru: 'Название' } },
    {
      name: 'instructions',
      type: 'textarea',
      localized: true,
      maxLength: 20_000,
      label: { en: 'Instructions (Markdown)', ru: 'Указания (Markdown)' },
    },
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
  hooks: { beforeChange: [checkTest] },
  fields: [
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 400, label: { en: 'Title', ru: 'Название' } },
    {
      name: 'items',
      type: 'blocks',
      blocks: [fixedQuestion, draw, section],
      required: true,
      minRows: 1,
      label: { en: 'Questions', ru: 'Вопросы' },
    },
    testSettings,
    overallFeedback,
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
