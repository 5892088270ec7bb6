import { authors, nobody } from '@lectern/kernel'
import type { CollectionConfig } from 'payload'

const access = { create: nobody, read: authors, update: nobody, delete: nobody }

/**
 * The words of a question in one language, their digest, and the keys by which texts like it are found (`minHashKeys`).
 * `asOf` is when the question was saved last when it was read.
 */
export const questionFingerprintsCollection: CollectionConfig = {
  slug: 'question-fingerprints',
  dbName: 'question_fingerprints',
  labels: {
    singular: { en: 'Words of a question', ru: 'Слова вопроса' },
    plural: { en: 'Words of questions', ru: 'Слова вопросов' },
  },
  admin: { hidden: true },
  access,
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['question', 'language'], unique: true }],
  fields: [
    { name: 'question', type: 'text', required: true },
    { name: 'language', type: 'text', required: true },
    { name: 'digest', type: 'text', required: true, index: true },
    { name: 'words', type: 'text', required: true },
    { name: 'keys', type: 'json', required: true },
    { name: 'asOf', type: 'date', required: true },
  ],
}

/** Two questions that say nearly the same. `first` < `second`. `state`: `open`, `dismissed` by an
 * author for good, or `settled` by keeping one of them. */
export const questionPairsCollection: CollectionConfig = {
  slug: 'question-pairs',
  dbName: 'question_pairs',
  labels: {
    singular: { en: 'Possible duplicate', ru: 'Возможный повтор' },
    plural: { en: 'Possible duplicates', ru: 'Возможные повторы' },
  },
  admin: { hidden: true },
  access,
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['first', 'second'], unique: true }],
  fields: [
    { name: 'first', type: 'text', required: true },
    { name: 'second', type: 'text', required: true, index: true },
    { name: 'similarity', type: 'number', required: true, index: true },
    { name: 'state', type: 'text', required: true },
  ],
}
