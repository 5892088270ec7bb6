import { authors, nobody } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'

const access = { create: nobody, read: authors, update: nobody, delete: nobody }
const group = { en: 'Publishing', ru: 'Публикация' }

/** A course as published. Rows never change, but for `current`: one edition of a course at most is the current one. */
export const editionsCollection: CollectionConfig = {
  slug: 'editions',
  labels: { singular: { en: 'Edition', ru: 'Издание' }, plural: { en: 'Editions', ru: 'Издания' } },
  admin: { group, useAsTitle: 'number', defaultColumns: ['course', 'number', 'current', 'publishedAt'] },
  access,
  versions: false,
  lockDocuments: false,
  defaultSort: '-id',
  indexes: [{ fields: ['course', 'number'], unique: true }],
  fields: [
    { name: 'course', type: 'relationship', relationTo: 'courses', required: true, index: true },
    { name: 'number', type: 'number', required: true },
    { name: 'current', type: 'checkbox', required: true, index: true },
    { name: 'publishedAt', type: 'date', required: true },
    { name: 'digest', type: 'text', required: true },
    { name: 'structure', type: 'json', required: true },
  ],
}

/** The tests of editions, as attempts are drawn from them: which version of which question, for how many marks. */
export const editionTestsCollection: CollectionConfig = {
  slug: 'edition-tests',
  labels: {
    singular: { en: 'Published test', ru: 'Опубликованный тест' },
    plural: { en: 'Published tests', ru: 'Опубликованные тесты' },
  },
  admin: { group, hidden: true },
  access,
  versions: false,
  lockDocuments: false,
  defaultSort: '-id',
  indexes: [{ fields: ['test', 'current'] }],
  fields: [
    { name: 'edition', type: 'text', required: true, index: true },
    { name: 'test', type: 'text', required: true },
    { name: 'course', type: 'text', required: true },
    { name: 'lesson', type: 'text' },
    { name: 'key', type: 'text', required: true },
    { name: 'title', type: 'json', required: true },
    { name: 'settings', type: 'json', required: true },
    { name: 'items', type: 'json', required: true },
    { name: 'kind', type: 'text' },
    { name: 'overallFeedback', type: 'json' },
    { name: 'current', type: 'checkbox', required: true },
  ],
}

/** Texts of lessons by their digest: editions that did not change a lesson share its text. */
export const lessonContentsCollection: CollectionConfig = {
  slug: 'lesson-contents',
  labels: {
    singular: { en: 'Published text', ru: 'Опубликованный текст' },
    plural: { en: 'Published texts', ru: 'Опубликованные тексты' },
  },
  admin: { group, hidden: true },
  access,
  versions: false,
  lockDocuments: false,
  defaultSort: '-id',
  fields: [
    { name: 'digest', type: 'text', required: true, unique: true },
    { name: 'lesson', type: 'text', required: true },
    { name: 'language', type: 'text', required: true },
    { name: 'title', type: 'text' },
    { name: 'summary', type: 'text' },
    { name: 'body', type: 'json' },
  ],
}
