import { operationsOnly } from '@lectern/kernel'
import type { CollectionConfig, Endpoint } from 'payload'

/** Files that learners handed to questions. The bytes lie in the private file store under the row's id. */
export function createAttemptFilesCollection({ download }: { download: Endpoint }): CollectionConfig {
  return {
    slug: 'attempt-files',
    labels: { singular: { en: 'Handed-in file', ru: 'Сданный файл' }, plural: { en: 'Handed-in files', ru: 'Сданные файлы' } },
    admin: {
      group: { en: 'Learners', ru: 'Учащиеся' },
      useAsTitle: 'name',
      defaultColumns: ['name', 'download', 'learner', 'attempt', 'item', 'bytes', 'state', 'createdAt'],
      description: {
        en: 'Files of test attempts. They are private: open one by its link, as a download.',
        ru: 'Файлы из попыток. Они закрыты от посторонних: файл скачивается по ссылке.',
      },
    },
    access: operationsOnly,
    versions: false,
    lockDocuments: false,
    endpoints: [download],
    indexes: [{ fields: ['attempt', 'item'] }],
    fields: [
      { name: 'name', type: 'text', required: true, label: { en: 'Name', ru: 'Имя' } },
      {
        name: 'download',
        type: 'ui',
        label: { en: 'Download', ru: 'Скачать' },
        admin: {
          disableListColumn: false,
          components: { Field: '@lectern/grading/admin/FileLink#FileLink', Cell: '@lectern/grading/admin/FileLink#FileLinkCell' },
        },
      },
      {
        name: 'learner',
        type: 'relationship',
        relationTo: 'users',
        required: true,
        index: true,
        label: { en: 'Learner', ru: 'Учащийся' },
      },
      { name: 'attempt', type: 'relationship', relationTo: 'attempts', required: true, label: { en: 'Attempt', ru: 'Попытка' } },
      { name: 'item', type: 'text', required: true, label: { en: 'Question', ru: 'Вопрос' } },
      { name: 'bytes', type: 'number', required: true, label: { en: 'Bytes', ru: 'Байт' } },
      { name: 'digest', type: 'text', label: { en: 'SHA-256', ru: 'SHA-256' } },
      { name: 'state', type: 'text', required: true, label: { en: 'State', ru: 'Состояние' } },
    ],
  }
}
