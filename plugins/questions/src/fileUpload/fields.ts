import { type FileGroup, fileGroups, fileTypes, mostFilesOfResponse } from '@lectern/content-schemas'
import type { Field } from 'payload'
import { laterTextField } from '../essay/fields.ts'
import { mostMegabytes } from './schema.ts'

const groupNames: Record<FileGroup, { en: string; ru: string }> = {
  pdf: { en: 'PDF', ru: 'PDF' },
  documents: { en: 'Documents', ru: 'Документы' },
  spreadsheets: { en: 'Spreadsheets', ru: 'Таблицы' },
  presentations: { en: 'Presentations', ru: 'Презентации' },
  images: { en: 'Pictures', ru: 'Изображения' },
  audio: { en: 'Audio', ru: 'Аудио' },
  video: { en: 'Video', ru: 'Видео' },
  text: { en: 'Plain text', ru: 'Простой текст' },
  code: { en: 'Program code', ru: 'Исходный код' },
  archives: { en: 'Archives', ru: 'Архивы' },
}

/** `Documents (doc, docx, …)`. */
const options = fileGroups.map((group) => {
  const endings = Object.keys(fileTypes).filter((extension) => fileTypes[extension]?.group === group)
  const { en, ru } = groupNames[group]
  const list = endings.join(', ')
  return { value: group, label: { en: `${en} (${list})`, ru: `${ru} (${list})` } }
})

export const fileFields: Field[] = [
  {
    name: 'groups',
    type: 'select',
    hasMany: true,
    options,
    defaultValue: ['pdf', 'documents'],
    label: { en: 'Kinds of files', ru: 'Виды файлов' },
  },
  {
    name: 'extensions',
    type: 'text',
    maxLength: 500,
    label: { en: 'Further endings', ru: 'Ещё окончания имён' },
    admin: {
      description: {
        en: 'With commas between them: py, ipynb. Content that does not fit the ending is refused.',
        ru: 'Через запятую: py, ipynb. Содержимое, не подходящее к окончанию, не принимается.',
      },
    },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'maxFiles',
        type: 'number',
        min: 1,
        max: mostFilesOfResponse,
        defaultValue: 1,
        label: { en: 'Files, at most', ru: 'Файлов не больше' },
        admin: { step: 1, width: '50%' },
      },
      {
        name: 'maxMegabytes',
        type: 'number',
        min: 0.01,
        max: mostMegabytes,
        defaultValue: 10,
        label: { en: 'Megabytes of one file, at most', ru: 'Мегабайт в одном файле, не больше' },
        admin: { step: 1, width: '50%' },
      },
    ],
  },
  {
    name: 'comment',
    type: 'checkbox',
    defaultValue: true,
    label: { en: 'Learners may write a comment', ru: 'Учащиеся могут написать комментарий' },
  },
  laterTextField({
    name: 'markerNotes',
    label: { en: 'Notes for those who mark', ru: 'Заметки для проверяющих' },
    description: { en: 'Learners never see them. Markdown.', ru: 'Учащиеся их не видят. Markdown.' },
  }),
]
