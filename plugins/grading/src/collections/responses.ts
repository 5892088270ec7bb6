import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'

/** What a learner answered to one question of an attempt, and its mark once the attempt is marked. */
export const responsesCollection: CollectionConfig = {
  slug: 'responses',
  labels: { singular: { en: 'Response', ru: 'Ответ' }, plural: { en: 'Responses', ru: 'Ответы' } },
  admin: {
    group: { en: 'Learners', ru: 'Учащиеся' },
    useAsTitle: 'item',
    defaultColumns: ['attempt', 'item', 'revision', 'mark', 'savedAt'],
    description: {
      en: 'Saved as they are given, one row for each question of an attempt.',
      ru: 'Сохраняются сразу, по строке на каждый вопрос попытки.',
    },
  },
  access: operationsOnly,
  versions: false,
  lockDocuments: false,
  defaultSort: '-id',
  indexes: [{ fields: ['attempt', 'item'], unique: true }],
  fields: [
    { name: 'attempt', type: 'relationship', relationTo: 'attempts', required: true, label: { en: 'Attempt', ru: 'Попытка' } },
    { name: 'item', type: 'text', required: true, label: { en: 'Question', ru: 'Вопрос' } },
    { name: 'revision', type: 'number', required: true, label: { en: 'Revision', ru: 'Редакция' } },
    { name: 'response', type: 'json', label: { en: 'Response', ru: 'Ответ' } },
    { name: 'certainty', type: 'number', label: { en: 'Certainty (1 low, 3 high)', ru: 'Уверенность (1 низкая, 3 высокая)' } },
    { name: 'tries', type: 'json', label: { en: 'Tries', ru: 'Попытки ответа' } },
    { name: 'lockedAt', type: 'date', label: { en: 'Settled', ru: 'Решён' } },
    { name: 'savedAt', type: 'date', label: { en: 'Saved', ru: 'Сохранён' } },
    { name: 'fraction', type: 'number', label: { en: 'Share of the highest mark', ru: 'Доля высшего балла' } },
    { name: 'mark', type: 'number', label: { en: 'Mark', ru: 'Балл' } },
    { name: 'result', type: 'json', label: { en: 'Marks of the parts', ru: 'Оценка частей' } },
    { name: 'gradedAt', type: 'date', label: { en: 'Marked', ru: 'Проверен' } },
  ],
}
