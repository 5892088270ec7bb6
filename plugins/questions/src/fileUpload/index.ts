import { pickText } from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel/question'
import { generalFeedbackField, stemField } from '../shared/fields.ts'
import { wrongForm } from '../shared/plain/plainForm.ts'
import { feedbackOf, searchTextOf } from '../shared/present.ts'
import { checkFileUpload } from './check.ts'
import { fileFields } from './fields.ts'
import { toFileRules } from './fileRules.ts'
import { parseFileUpload } from './parse.ts'
import { fileUploadSamples } from './samples.ts'
import { fileUploadSchema, maxComment } from './schema.ts'
import { wordsOf } from './words.ts'

const label = { en: 'Files', ru: 'Файлы' }

/** Files that learners hand in, which a person marks. */
export const fileUpload: AnyQuestionType = defineQuestionType({
  schema: fileUploadSchema,
  marked: 'byPerson',
  label,
  block: {
    slug: fileUploadSchema.type,
    labels: { singular: label, plural: label },
    fields: [stemField, ...fileFields, generalFeedbackField],
  },
  files: toFileRules,
  present: ({ authored, locale }) => ({
    stem: renderMarkdown(pickText({ text: authored.stem, locale })),
    ...toFileRules(authored),
    comment: authored.comment,
    maxComment,
  }),
  parse: parseFileUpload,
  grade: ({ authored, locale }) => ({
    fraction: 0,
    parts: [],
    feedback: feedbackOf({ text: authored.generalFeedback, locale }),
    needsMarking: true,
  }),
  key: ({ locale }) => ({ html: `<p>${wordsOf(locale).byHand}</p>` }),
  search: ({ stem, generalFeedback }) => searchTextOf([stem, generalFeedback]),
  check: checkFileUpload,
  fromPlain: () => wrongForm('files, which cannot be written down'),
  samples: fileUploadSamples,
})
