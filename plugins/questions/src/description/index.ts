import { failure, pickText, success } from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel/question'
import { isEmptyText } from '../shared/check.ts'
import { wrongForm } from '../shared/plain/plainForm.ts'
import { searchTextOf } from '../shared/present.ts'
import { descriptionGift } from './gift.ts'
import { descriptionSamples } from './samples.ts'
import { descriptionSchema } from './schema.ts'

const label = { en: 'Text without a question', ru: 'Текст без вопроса' }

/** A text between questions. Nothing is asked and nothing marked. */
export const description: AnyQuestionType = defineQuestionType({
  schema: descriptionSchema,
  label,
  marked: false,
  block: {
    slug: descriptionSchema.type,
    labels: { singular: label, plural: label },
    fields: [
      {
        name: 'stem',
        type: 'textarea',
        localized: true,
        label: { en: 'Text', ru: 'Текст' },
        admin: { rows: 6, description: { en: 'Markdown. Nothing is asked.', ru: 'Markdown. Вопроса нет.' } },
      },
    ],
  },
  present: ({ authored, locale }) => ({ stem: renderMarkdown(pickText({ text: authored.stem, locale })) }),
  parse: ({ input }) =>
    isNothing(input) ? success(null) : failure({ code: 'NOTHING_TO_ANSWER', message: 'A text takes no answer.' }),
  grade: () => ({ fraction: 0, parts: [], feedback: [] }),
  key: () => ({ html: '' }),
  search: ({ stem }) => searchTextOf([stem]),
  check: ({ stem }) => (isEmptyText(stem) ? [{ path: 'stem', code: 'STEM_EMPTY', message: 'Write the text.' }] : []),
  fromPlain: () => wrongForm('empty: nothing is asked'),
  samples: descriptionSamples,
  interchange: { gift: descriptionGift },
})

function isNothing(input: unknown): boolean {
  if (input === null || input === undefined) return true
  return typeof input === 'object' && !Array.isArray(input) && Object.keys(input).length === 0
}
