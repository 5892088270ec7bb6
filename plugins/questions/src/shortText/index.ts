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
import { checkRows, checkStem, type Problem } from '../shared/check.ts'
import { generalFeedbackField, rowsField, stemField } from '../shared/fields.ts'
import { escapeHtml, joinAnswers } from '../shared/key.ts'
import { toTextResponse } from '../shared/plain/plainForm.ts'
import { feedbackOf, searchTextOf } from '../shared/present.ts'
import { bestAnswer } from './bestAnswer.ts'
import { editDistanceField, ignoreDiacriticsField } from './fields.ts'
import { shortTextGift } from './gift.ts'
import { cleanText, comparable, matchesEverything, readable } from './matchAnswer.ts'
import { shortTextSamples } from './samples.ts'
import { maxAnswers, maxResponseLength, type ShortText, type ShortTextResponse, shortTextSchema } from './schema.ts'

/** A typed word or phrase. Of the accepted answers that match, in any language, the one of the highest fraction counts. */
export const shortText: AnyQuestionType = defineQuestionType({
  schema: shortTextSchema,
  label: { en: 'Short answer', ru: 'Короткий ответ' },
  block: {
    slug: shortTextSchema.type,
    labels: { singular: { en: 'Short answer', ru: 'Короткий ответ' }, plural: { en: 'Short answers', ru: 'Короткие ответы' } },
    fields: [
      stemField,
      rowsField({
        name: 'answers',
        label: { en: 'Accepted answers', ru: 'Принимаемые ответы' },
        labels: { singular: { en: 'Answer', ru: 'Ответ' }, plural: { en: 'Answers', ru: 'Ответы' } },
        multiline: false,
        maxRows: maxAnswers,
        descriptions: {
          list: {
            en: 'One row for each way to write it. An answer counts in any language. Spaces at the ends and double spaces do not matter.',
            ru: 'По строке на каждый вариант написания. Ответ засчитывается на любом языке. Лишние пробелы не важны.',
          },
          text: {
            en: 'Plain text; * stands for any characters, \\* for an asterisk.',
            ru: 'Простой текст; * заменяет любые символы, \\* — это звёздочка.',
          },
          fraction: {
            en: '100 is right; below that partly right; 0 only gives feedback (“*” with 0 is for every other answer).',
            ru: '100 — верно; меньше — частично верно; 0 — только комментарий («*» с 0 — для всех прочих ответов).',
          },
        },
      }),
      {
        name: 'caseSensitive',
        type: 'checkbox',
        defaultValue: false,
        label: { en: 'Capitals matter', ru: 'Учитывать регистр' },
      },
      ignoreDiacriticsField,
      editDistanceField,
      generalFeedbackField,
    ],
  },
  present: ({ authored, locale }) => ({
    stem: renderMarkdown(pickText({ text: authored.stem, locale })),
    maxLength: maxResponseLength,
  }),
  parse: ({ input }) => parseShortText(input),
  grade: gradeShortText,
  key: ({ authored, locale }) => ({
    html: joinAnswers({
      answers: authored.answers
        .filter(({ fraction }) => fraction === 1)
        .map(({ text }) => `<code>${escapeHtml(readable(pickText({ text, locale })))}</code>`),
      relation: 'or',
      locale,
    }),
  }),
  search: ({ stem, generalFeedback, answers }) => searchTextOf([stem, ...answers.map(({ text }) => text), generalFeedback]),
  check: checkShortText,
  fromPlain: toTextResponse,
  samples: shortTextSamples,
  interchange: { gift: shortTextGift },
})

function parseShortText(input: unknown): Result<ShortTextResponse | null> {
  if (isBlankOf({ input, key: 'text' })) return success(null)
  const parsed = shortTextSchema.response.safeParse(input)
  if (!parsed.success) {
    return failure({ code: 'RESPONSE_INVALID', message: `A response is a text of at most ${maxResponseLength} characters.` })
  }
  const text = cleanText(parsed.data.text)
  return success(text === '' ? null : { text })
}

function gradeShortText({ authored, response, locale }: GradeInput<ShortText, ShortTextResponse>): GradeResult {
  const best = bestAnswer({ ...authored, given: response.text })
  const fraction = Math.max(0, best?.fraction ?? 0)
  return {
    fraction,
    parts: [{ part: 'text', fraction, state: stateOf(fraction) }],
    feedback: [
      ...(best ? feedbackOf({ text: best.feedback, locale, part: 'text' }) : []),
      ...feedbackOf({ text: authored.generalFeedback, locale }),
    ],
  }
}

function checkShortText({ stem, answers, caseSensitive, ignoreDiacritics }: ShortText): Problem[] {
  const problems = [
    ...checkStem(stem),
    ...checkRows({ field: 'answers', rows: answers, sameText: (text) => comparable({ text, caseSensitive, ignoreDiacritics }) }),
  ]
  if (!answers.some(({ fraction }) => fraction === 1)) {
    problems.push({ path: 'answers', code: 'NO_RIGHT_ANSWER', message: 'Write at least one answer that earns 100 %.' })
  }
  answers.forEach(({ text, fraction }, at) => {
    const path = `answers.${at}`
    if (fraction < 0) {
      problems.push({ path: `${path}.fraction`, code: 'FRACTION_NEGATIVE', message: 'A typed answer cannot cost marks.' })
    }
    if (fraction > 0 && Object.values(text).some(matchesEverything)) {
      problems.push({ path: `${path}.text`, code: 'MATCHES_EVERYTHING', message: 'This answer would accept whatever is typed.' })
    }
  })
  return problems
}

function stateOf(fraction: number): GradedPart['state'] {
  if (fraction >= 1) return 'right'
  return fraction > 0 ? 'partly' : 'wrong'
}
