import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'

/** One try of a learner at a test: the paper that was drawn, the rules that held, and what came of it. */
export const attemptsCollection: CollectionConfig = {
  slug: 'attempts',
  labels: { singular: { en: 'Attempt', ru: 'Попытка' }, plural: { en: 'Attempts', ru: 'Попытки' } },
  admin: {
    group: { en: 'Learners', ru: 'Учащиеся' },
    useAsTitle: 'id',
    defaultColumns: ['learner', 'test', 'number', 'state', 'percent', 'passed', 'submittedAt'],
    description: {
      en: 'Written by the platform only. Each attempt keeps the questions as they were when it began.',
      ru: 'Записывает только платформа. Попытка хранит вопросы такими, какими они были в её начале.',
    },
  },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  defaultSort: '-id',
  indexes: [{ fields: ['learner', 'test', 'number'], unique: true }],
  fields: [
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true, label: { en: 'Learner', ru: 'Учащийся' } },
    { name: 'test', type: 'relationship', relationTo: 'tests', required: true, index: true, label: { en: 'Test', ru: 'Тест' } },
    {
      name: 'course',
      type: 'relationship',
      relationTo: 'courses',
      required: true,
      index: true,
      label: { en: 'Course', ru: 'Курс' },
    },
    { name: 'lesson', type: 'relationship', relationTo: 'lessons', label: { en: 'Lesson', ru: 'Урок' } },
    { name: 'edition', type: 'text', required: true, label: { en: 'Edition', ru: 'Издание' } },
    { name: 'number', type: 'number', required: true, label: { en: 'Number', ru: 'Номер' } },
    { name: 'state', type: 'text', required: true, label: { en: 'State', ru: 'Состояние' } },
    { name: 'seed', type: 'number', required: true, label: { en: 'Seed of the draw', ru: 'Зерно жребия' } },
    { name: 'settings', type: 'json', required: true, label: { en: 'Rules', ru: 'Правила' } },
    { name: 'paper', type: 'json', required: true, label: { en: 'Paper', ru: 'Билет' } },
    { name: 'page', type: 'number', label: { en: 'Page reached (forward only)', ru: 'Достигнутая страница (только вперёд)' } },
    { name: 'flags', type: 'json', label: { en: 'Flagged questions', ru: 'Отмеченные вопросы' } },
    { name: 'startedAt', type: 'date', required: true, label: { en: 'Started', ru: 'Начата' } },
    { name: 'dueAt', type: 'date', label: { en: 'Closes', ru: 'Закрывается' } },
    { name: 'submittedAt', type: 'date', label: { en: 'Submitted', ru: 'Сдана' } },
    { name: 'mark', type: 'number', label: { en: 'Mark', ru: 'Балл' } },
    { name: 'maxMark', type: 'number', label: { en: 'Highest mark', ru: 'Высший балл' } },
    { name: 'percent', type: 'number', label: { en: 'Percent', ru: 'Процент' } },
    { name: 'passed', type: 'checkbox', label: { en: 'Passed', ru: 'Зачёт' } },
    { name: 'behaviour', type: 'text', label: { en: 'Behaviour and its version', ru: 'Порядок проверки и его версия' } },
    { name: 'graderVersion', type: 'text', label: { en: 'Version of the marking rules', ru: 'Версия правил проверки' } },
  ],
}
