import type { QuestionSample } from '@lectern/kernel/question'
import type { FileUpload, FileUploadResponse } from './schema.ts'

const fieldNotes: FileUpload = {
  stem: {
    en: 'Hand in your **field notes** and one photograph of the site.',
    ru: 'Сдайте **полевой дневник** и одну фотографию места.',
  },
  generalFeedback: { en: 'Good notes have a date on every page.', ru: 'В хорошем дневнике на каждой странице дата.' },
  groups: ['pdf', 'images'],
  extensions: '.MD, odt',
  maxMegabytes: 5,
  maxFiles: 2,
  comment: true,
  markerNotes: { en: 'Look for the date first.', ru: 'Сначала ищите дату.' },
}

const first = '0199f0a0-0000-7000-8000-000000000001'
const second = '0199f0a0-0000-7000-8000-000000000002'

export const fileUploadSamples: QuestionSample<FileUpload, FileUploadResponse>[] = [
  {
    name: 'two files and a comment',
    authored: fieldNotes,
    correct: { files: [first, second], comment: 'The second page is from Tuesday.' },
    wrong: { files: [], comment: 'I have lost them.' },
    invalid: { files: [first, second, '0199f0a0-0000-7000-8000-000000000003'], comment: '' },
    secrets: ['Look for the date', 'Сначала ищите', 'date on every page', 'на каждой странице'],
  },
  {
    name: 'one file without words',
    authored: {
      ...fieldNotes,
      stem: { en: 'Hand in your program.' },
      groups: ['code'],
      extensions: '',
      maxFiles: 1,
      comment: false,
    },
    correct: { files: [first], comment: '' },
    wrong: { files: [second], comment: '' },
    invalid: { files: ['notes.pdf'], comment: '' },
    secrets: ['Look for the date', 'date on every page'],
  },
]
