import { failure, pickText, type Result, success } from '@lectern/content-schemas'
import { type AnyQuestionType, defineQuestionType, renderMarkdown } from '@lectern/kernel/question'
import { isBlankOf } from '../shared/blank.ts'
import { generalFeedbackField, stemField } from '../shared/fields.ts'
import { toTextResponse } from '../shared/plain/plainForm.ts'
import { feedbackOf, searchTextOf } from '../shared/present.ts'
import { checkEssay } from './check.ts'
import { cleanEssay } from './cleanEssay.ts'
import { countWords } from './countWords.ts'
import { laterTextField, limitFields, rubricField } from './fields.ts'
import { essayGift } from './gift.ts'
import { rubricHtml, toRubricView } from './rubricView.ts'
import { essaySamples } from './samples.ts'
import { type Essay, type EssayResponse, essaySchema, maxEssayLength } from './schema.ts'
import { wordsOf } from './words.ts'

const label = { en: 'Essay', ru: 'Развёрнутый ответ' }

/** A text of some length, which a person marks. */
export const essay: AnyQuestionType = defineQuestionType({
  schema: essaySchema,
  marked: 'byPerson',
  label,
  block: {
    slug: essaySchema.type,
    labels: { singular: label, plural: { en: 'Essays', ru: 'Развёрнутые ответы' } },
    fields: [
      stemField,
      limitFields,
      rubricField,
      laterTextField({
        name: 'modelAnswer',
        label: { en: 'Model answer', ru: 'Образец ответа' },
        description: {
          en: 'Learners see it in a review that shows the right answer. Markdown.',
          ru: 'Учащиеся видят его при просмотре с верным ответом. Markdown.',
        },
      }),
      laterTextField({
        name: 'markerNotes',
        label: { en: 'Notes for those who mark', ru: 'Заметки для проверяющих' },
        description: { en: 'Learners never see them. Markdown.', ru: 'Учащиеся их не видят. Markdown.' },
      }),
      generalFeedbackField,
    ],
  },
  present: ({ authored, locale }) => ({
    stem: renderMarkdown(pickText({ text: authored.stem, locale })),
    minWords: authored.minWords,
    maxWords: authored.maxWords,
    hardLimit: authored.hardLimit,
    maxLength: maxEssayLength,
    rubric:
      authored.rubric.show === 'writing' && authored.rubric.criteria.length > 0
        ? toRubricView({ rubric: authored.rubric, locale })
        : null,
  }),
  parse: parseEssay,
  grade: ({ authored, locale }) => ({
    fraction: 0,
    parts: [],
    feedback: feedbackOf({ text: authored.generalFeedback, locale }),
    needsMarking: true,
  }),
  key: ({ authored, locale }) => {
    const model = pickText({ text: authored.modelAnswer, locale }).trim()
    const answer = model === '' ? `<p>${wordsOf(locale).byHand}</p>` : `<div>${renderMarkdown(model)}</div>`
    return { html: authored.rubric.show === 'never' ? answer : answer + rubricHtml({ rubric: authored.rubric, locale }) }
  },
  search: ({ stem, rubric, modelAnswer, generalFeedback }) =>
    searchTextOf([stem, ...rubric.criteria.map(({ text }) => text), modelAnswer, generalFeedback]),
  check: checkEssay,
  fromPlain: toTextResponse,
  samples: essaySamples,
  interchange: { gift: essayGift },
})

/** A text below the least words is taken: it may be a draft. RESPONSE_TOO_LONG costs nothing; the learner shortens it. */
function parseEssay({ authored, input }: { authored: Essay; input: unknown }): Result<EssayResponse | null> {
  if (isBlankOf({ input, key: 'text' })) return success(null)
  const parsed = essaySchema.response.safeParse(input)
  if (!parsed.success) {
    const isLong = parsed.error.issues.some(({ code }) => code === 'too_big')
    return failure(
      isLong
        ? { code: 'RESPONSE_TOO_LONG', message: `A response has at most ${maxEssayLength} characters.` }
        : { code: 'RESPONSE_INVALID', message: 'A response is a text.' },
    )
  }
  const text = cleanEssay(parsed.data.text)
  if (text.trim() === '') return success(null)
  if (text.length > maxEssayLength) {
    return failure({ code: 'RESPONSE_TOO_LONG', message: `A response has at most ${maxEssayLength} characters.` })
  }
  if (authored.hardLimit !== null && countWords(text) > authored.hardLimit) {
    return failure({ code: 'RESPONSE_TOO_LONG', message: `A response has at most ${authored.hardLimit} words.` })
  }
  return success({ text })
}
