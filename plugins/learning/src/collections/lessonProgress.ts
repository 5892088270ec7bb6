import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'

/** What one learner has done with one lesson. A time that is set stays set: completing is never undone by an edit. */
export const lessonProgressCollection: CollectionConfig = {
  slug: 'lesson-progress',
  labels: { singular: { en: 'Lesson progress', ru: 'Прогресс урока' }, plural: { en: 'Lesson progress', ru: 'Прогресс уроков' } },
  admin: {
    group: { en: 'Learning', ru: 'Обучение' },
    useAsTitle: 'id',
    defaultColumns: ['learner', 'lesson', 'viewedAt', 'doneAt', 'completedAt'],
  },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  defaultSort: '-id',
  indexes: [{ fields: ['learner', 'lesson'], unique: true }],
  fields: [
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true },
    { name: 'lesson', type: 'relationship', relationTo: 'lessons', required: true, index: true },
    { name: 'viewedAt', type: 'date' },
    { name: 'doneAt', type: 'date' },
    { name: 'completedAt', type: 'date' },
    {
      name: 'tests',
      type: 'json',
      required: true,
      admin: { description: { en: 'Best percentage by test.', ru: 'Лучший процент по тестам.' } },
    },
  ],
}
