import { failure, type GradedPart, pickText, type Result, success } from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel/question'
import { isBlankOf } from '../shared/blank.ts'
import { checkRows, checkStem, type Problem, plainText } from '../shared/check.ts'
import { generalFeedbackField, rowsField, shuffleField, stemField } from '../shared/fields.ts'
import { joinAnswers } from '../shared/key.ts'
import { maxOptions } from '../shared/options.ts'
import { feedbackOf, presentChoice, searchTextOf } from '../shared/present.ts'
import { fromPlain } from './fromPlain.ts'
import { singleChoiceGift } from './gift.ts'
import { singleChoiceSamples } from './samples.ts'
import { type SingleChoice, type SingleChoiceResponse, singleChoiceSchema } from './schema.ts'

/** One answer out of several. The mark is the fraction of the chosen option, which may be below zero. */
export const singleChoice: AnyQuestionType = defineQuestionType({
  schema: singleChoiceSchema,
  label: { en: 'Single choice', ru: 'Один вариант' },
  block: {
    slug: singleChoiceSchema.type,
    labels: { singular: { en: 'Single choice', ru: 'Один вариант' }, plural: { en: 'Single choice', ru: 'Один вариант' } },
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
            en: 'The learner chooses one. Give 100 % to each option that is right.',
            ru: 'Учащийся выбирает один. Поставьте 100 % каждому верному варианту.',
          },
          text: { en: 'Markdown.', ru: 'Markdown.' },
          fraction: {
            en: '100 is right, 0 is wrong; between them partly right; below 0 the choice costs marks.',
            ru: '100 — верно, 0 — неверно; между ними — частично верно; ниже 0 — выбор отнимает баллы.',
          },
        },
      }),
      shuffleField,
      generalFeedbackField,
    ],
  },
  present: presentChoice,
  parse: parseSingleChoice,
  grade: ({ authored, response, locale }) => {
    const chosen = authored.options.find(({ id }) => id === response.option)
    if (!chosen) throw new Error('grade was given a response that parse did not accept.')
    return {
      fraction: chosen.fraction,
      parts: [{ part: chosen.id, fraction: chosen.fraction, state: stateOf(chosen.fraction) }],
      feedback: [
        ...feedbackOf({ text: chosen.feedback, locale, part: chosen.id }),
        ...feedbackOf({ text: authored.generalFeedback, locale }),
      ],
    }
  },
  key: ({ authored, locale }) => {
    const right = authored.options.filter(({ fraction }) => fraction === 1)
    return {
      html: joinAnswers({ answers: right.map(({ text }) => renderMarkdown(pickText({ text, locale }))), relation: 'or', locale }),
      parts: Object.fromEntries(right.map(({ id }) => [id, '100'])),
    }
  },
  search: ({ stem, generalFeedback, options }) => searchTextOf([stem, ...options.map(({ text }) => text), generalFeedback]),
  check: checkSingleChoice,
  fromPlain,
  samples: singleChoiceSamples,
  interchange: { gift: singleChoiceGift },
})

function parseSingleChoice({ authored, input }: { authored: SingleChoice; input: unknown }): Result<SingleChoiceResponse | null> {
  if (isBlankOf({ input, key: 'option' })) return success(null)
  const parsed = singleChoiceSchema.response.safeParse(input)
  if (!parsed.success) return failure({ code: 'RESPONSE_INVALID', message: 'A response names one option.' })
  if (authored.options.some(({ id }) => id === parsed.data.option)) return success(parsed.data)
  return failure({ code: 'OPTION_UNKNOWN', message: 'The question has no such option.' })
}

function checkSingleChoice({ stem, options }: SingleChoice): Problem[] {
  const problems = [...checkStem(stem), ...checkRows({ field: 'options', rows: options, sameText: plainText })]
  if (options.length < 2) problems.push({ path: 'options', code: 'OPTIONS_TOO_FEW', message: 'Write at least two options.' })
  if (!options.some(({ fraction }) => fraction === 1)) {
    problems.push({ path: 'options', code: 'NO_RIGHT_ANSWER', message: 'Give 100 % to at least one option.' })
  }
  if (options.length > 1 && options.every(({ fraction }) => fraction === 1)) {
    problems.push({ path: 'options', code: 'ALL_RIGHT', message: 'Every option is right, so the question asks nothing.' })
  }
  return problems
}

function stateOf(fraction: number): GradedPart['state'] {
  if (fraction >= 1) return 'right'
  return fraction > 0 ? 'partly' : 'wrong'
}
