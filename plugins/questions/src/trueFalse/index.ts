import { failure, pickText, type Result, success } from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel/question'
import { isBlankOf } from '../shared/blank.ts'
import { checkStem, type Problem } from '../shared/check.ts'
import { generalFeedbackField, stemFieldOf } from '../shared/fields.ts'
import { feedbackOf, searchTextOf } from '../shared/present.ts'
import { fromPlain } from './fromPlain.ts'
import { trueFalseGift } from './gift.ts'
import { trueFalseSamples } from './samples.ts'
import { type TrueFalse, type TrueFalseResponse, trueFalseSchema } from './schema.ts'
import { trueFalseWords } from './words.ts'

const feedbackDescription = { en: 'Markdown.', ru: 'Markdown.' }

/** A statement that is true or false. The right answer earns the mark, the other nothing. */
export const trueFalse: AnyQuestionType = defineQuestionType({
  schema: trueFalseSchema,
  label: { en: 'True or false', ru: 'Верно или неверно' },
  block: {
    slug: trueFalseSchema.type,
    labels: {
      singular: { en: 'True or false', ru: 'Верно или неверно' },
      plural: { en: 'True or false', ru: 'Верно или неверно' },
    },
    fields: [
      stemFieldOf({ label: { en: 'Statement', ru: 'Утверждение' } }),
      {
        name: 'truth',
        type: 'radio',
        options: [
          { value: 'true', label: { en: 'True', ru: 'Верно' } },
          { value: 'false', label: { en: 'False', ru: 'Неверно' } },
        ],
        label: { en: 'The statement is', ru: 'Это утверждение' },
      },
      {
        name: 'feedbackTrue',
        type: 'textarea',
        localized: true,
        label: { en: 'Feedback on “true”', ru: 'Комментарий к ответу «верно»' },
        admin: { description: feedbackDescription },
      },
      {
        name: 'feedbackFalse',
        type: 'textarea',
        localized: true,
        label: { en: 'Feedback on “false”', ru: 'Комментарий к ответу «неверно»' },
        admin: { description: feedbackDescription },
      },
      generalFeedbackField,
    ],
  },
  present: ({ authored, locale }) => ({ stem: renderMarkdown(pickText({ text: authored.stem, locale })) }),
  parse: ({ input }) => parseTrueFalse(input),
  grade: ({ authored, response, locale }) => {
    const part = response.value ? 'true' : 'false'
    const isRight = authored.truth === part
    const fraction = isRight ? 1 : 0
    return {
      fraction,
      parts: [{ part, fraction, state: isRight ? 'right' : 'wrong' }],
      feedback: [
        ...feedbackOf({ text: response.value ? authored.feedbackTrue : authored.feedbackFalse, locale, part }),
        ...feedbackOf({ text: authored.generalFeedback, locale }),
      ],
    }
  },
  key: ({ authored: { truth }, locale }) =>
    truth === null ? { html: '—' } : { html: trueFalseWords(locale)[truth], parts: { [truth]: '100' } },
  search: ({ stem, generalFeedback }) => searchTextOf([stem, generalFeedback]),
  check: checkTrueFalse,
  fromPlain,
  samples: trueFalseSamples,
  interchange: { gift: trueFalseGift },
})

function parseTrueFalse(input: unknown): Result<TrueFalseResponse | null> {
  if (isBlankOf({ input, key: 'value' })) return success(null)
  const parsed = trueFalseSchema.response.safeParse(input)
  if (parsed.success) return success(parsed.data)
  return failure({ code: 'RESPONSE_INVALID', message: 'A response is true or false.' })
}

function checkTrueFalse({ stem, truth }: TrueFalse): Problem[] {
  const problems = checkStem(stem)
  if (truth !== null) return problems
  return [...problems, { path: 'truth', code: 'NO_RIGHT_ANSWER', message: 'Say whether the statement is true or false.' }]
}
