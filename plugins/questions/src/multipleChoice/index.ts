import {
  failure,
  type GradedPart,
  type GradeInput,
  type GradeResult,
  pickText,
  type Result,
  success,
} from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel/question'
import { isBlankOf } from '../shared/blank.ts'
import { checkRows, checkStem, type Problem, plainText, sumTolerance } from '../shared/check.ts'
import { generalFeedbackField, rowsField, shuffleField, stemField } from '../shared/fields.ts'
import { joinAnswers } from '../shared/key.ts'
import { maxOptions } from '../shared/options.ts'
import { feedbackOf, presentChoice, searchTextOf } from '../shared/present.ts'
import { fromPlain } from './fromPlain.ts'
import { multipleChoiceGift } from './gift.ts'
import { multipleChoiceSamples } from './samples.ts'
import { type MultipleChoice, type MultipleChoiceResponse, multipleChoiceSchema } from './schema.ts'
import { markChoices, sharesOf } from './scheme.ts'

/** Any number of answers out of several, marked by `markChoices`. */
export const multipleChoice: AnyQuestionType = defineQuestionType({
  schema: multipleChoiceSchema,
  label: { en: 'Multiple choice', ru: 'Несколько вариантов' },
  block: {
    slug: multipleChoiceSchema.type,
    labels: {
      singular: { en: 'Multiple choice', ru: 'Несколько вариантов' },
      plural: { en: 'Multiple choice', ru: 'Несколько вариантов' },
    },
    fields: [
      stemField,
      rowsField({
        name: 'options',
        label: { en: 'Options', ru: 'Варианты' },
        labels: { singular: { en: 'Option', ru: 'Вариант' }, plural: { en: 'Options', ru: 'Варианты' } },
        multiline: true,
        maxRows: maxOptions,
        descriptions: {
          list: {
            en: 'The learner chooses any number. The right options together make 100 %. If no wrong option has a penalty, all of them together cost 100 %.',
            ru: 'Учащийся выбирает любое число. Верные варианты вместе дают 100 %. Если ни у одного неверного нет штрафа, все неверные вместе отнимают 100 %.',
          },
          text: { en: 'Markdown.', ru: 'Markdown.' },
          fraction: {
            en: 'Above 0 the option is right and earns this share; below 0 choosing it costs.',
            ru: 'Выше 0 — вариант верен и приносит эту долю; ниже 0 — его выбор отнимает баллы.',
          },
        },
      }),
      shuffleField,
      {
        name: 'allOrNothing',
        type: 'checkbox',
        defaultValue: false,
        label: { en: 'All or nothing', ru: 'Всё или ничего' },
        admin: {
          description: {
            en: 'Full marks for exactly the right options, nothing for anything else.',
            ru: 'Полный балл ровно за все верные варианты, иначе ноль.',
          },
        },
      },
      generalFeedbackField,
    ],
  },
  present: presentChoice,
  parse: parseMultipleChoice,
  grade: gradeMultipleChoice,
  key: ({ authored, locale }) => {
    const right = authored.options.filter(({ fraction }) => fraction > 0)
    const shares = sharesOf(authored.options)
    return {
      html: joinAnswers({
        answers: right.map(({ text }) => renderMarkdown(pickText({ text, locale }))),
        relation: 'and',
        locale,
      }),
      parts: Object.fromEntries(right.map(({ id }) => [id, String(Math.round((shares.get(id) ?? 0) * 10_000) / 100)])),
    }
  },
  search: ({ stem, generalFeedback, options }) => searchTextOf([stem, ...options.map(({ text }) => text), generalFeedback]),
  check: checkMultipleChoice,
  fromPlain,
  samples: multipleChoiceSamples,
  interchange: { gift: multipleChoiceGift },
})

function parseMultipleChoice({
  authored,
  input,
}: {
  authored: MultipleChoice
  input: unknown
}): Result<MultipleChoiceResponse | null> {
  if (isBlankOf({ input, key: 'options' })) return success(null)
  const parsed = multipleChoiceSchema.response.safeParse(input)
  if (!parsed.success) return failure({ code: 'RESPONSE_INVALID', message: 'A response is a list of options.' })
  const options = [...new Set(parsed.data.options)]
  const known = new Set(authored.options.map(({ id }) => id))
  if (options.every((option) => known.has(option))) return success({ options })
  return failure({ code: 'OPTION_UNKNOWN', message: 'The question has no such option.' })
}

function gradeMultipleChoice({ authored, response, locale }: GradeInput<MultipleChoice, MultipleChoiceResponse>): GradeResult {
  const chosen = new Set(response.options)
  const shares = sharesOf(authored.options)
  const parts = authored.options.flatMap(({ id, fraction }): GradedPart[] => {
    if (!chosen.has(id)) return fraction > 0 ? [{ part: id, fraction: 0, state: 'missed' }] : []
    return [{ part: id, fraction: shares.get(id) ?? 0, state: fraction > 0 ? 'right' : 'wrong' }]
  })
  const feedback = authored.options.flatMap(({ id, feedback }) =>
    chosen.has(id) ? feedbackOf({ text: feedback, locale, part: id }) : [],
  )
  return {
    fraction: markChoices({ options: authored.options, chosen, allOrNothing: authored.allOrNothing }),
    parts,
    feedback: [...feedback, ...feedbackOf({ text: authored.generalFeedback, locale })],
  }
}

function checkMultipleChoice({ stem, options }: MultipleChoice): Problem[] {
  const problems = [...checkStem(stem), ...checkRows({ field: 'options', rows: options, sameText: plainText })]
  if (options.length < 2) problems.push({ path: 'options', code: 'OPTIONS_TOO_FEW', message: 'Write at least two options.' })
  const sum = options.reduce((total, { fraction }) => total + Math.max(0, fraction), 0)
  if (sum === 0) {
    problems.push({ path: 'options', code: 'NO_RIGHT_ANSWER', message: 'Give a share of the mark to each option that is right.' })
  } else if (Math.abs(sum - 1) > sumTolerance) {
    const percent = Math.round(sum * 10_000) / 100
    problems.push({
      path: 'options',
      code: 'SHARES_NOT_100',
      message: `The right options make ${percent} % together instead of 100 %.`,
    })
  }
  return problems
}
