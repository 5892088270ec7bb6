import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'

/** Who takes which course. `percent` never falls; `edition` is the edition at enrolment. */
export const enrolmentsCollection: CollectionConfig = {
  slug: 'enrolments',
  labels: { singular: { en: 'Enrolment', ru: 'Запись на курс' }, plural: { en: 'Enrolments', ru: 'Записи на курсы' } },
  admin: {
    group: { en: 'Learning', ru: 'Обучение' },
    useAsTitle: 'id',
    defaultColumns: ['learner', 'course', 'state', 'percent', 'enrolledAt', 'completedAt'],
  },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  defaultSort: '-id',
  indexes: [{ fields: ['learner', 'course'], unique: true }],
  fields: [
    { name: 'learner', type: 'relationship', relationTo: 'users', required: true, index: true },
    { name: 'course', type: 'relationship', relationTo: 'courses', required: true, index: true },
    { name: 'edition', type: 'text', required: true },
    { name: 'state', type: 'text', required: true },
    { name: 'percent', type: 'number', required: true, defaultValue: 0 },
    { name: 'lastLesson', type: 'text' },
    { name: 'enrolledAt', type: 'date', required: true },
    { name: 'completedAt', type: 'date' },
  ],
}
