import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { choiceId, choicesOf } from './choicesOf.ts'
import { matchingGift } from './gift.ts'
import { matching } from './index.ts'
import { type Matching, matchingSchema } from './schema.ts'

const renderer = questionRenderers.find(({ type }) => type === 'matching')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(matching, { renderer, toHtml: renderToStaticMarkup })

/** A question whose row `r0`, `r1`, … has the answer of the given number. */
function question(answers: number[], distractors: string[] = []): Matching {
  return {
    stem: { en: '?' },
    generalFeedback: {},
    shuffle: true,
    pairs: answers.map((answer, at) => ({ id: `r${at}`, text: { en: `row ${at}` }, answer: { en: `a${answer}` }, feedback: {} })),
    distractors: distractors.map((text, at) => ({ id: `d${at}`, text: { en: text } })),
  }
}

function fractionOf(authored: Matching, given: [number, string][]): number {
  const choices = given.map(([row, text]) => ({ row: `r${row}`, option: choiceId({ en: text }) }))
  const parsed = matching.parse({ authored, input: { choices }, seed: 1 })
  if (!parsed.ok) throw new Error(parsed.error.code)
  return matching.grade({ authored, response: parsed.value, locale: 'en', seed: 1 }).fraction
}

const anyAnswers = fc.array(fc.nat(5), { minLength: 2, maxLength: 12 })

describe('marking of matching', () => {
  it('earns the share of rows that are right, whatever is chosen for the others', () => {
    fc.assert(
      fc.property(anyAnswers, fc.infiniteStream(fc.boolean()), (answers, draws) => {
        const isRight = answers.map(() => draws.next().value === true)
        const given = answers.map((answer, at): [number, string] => [at, isRight[at] ? `a${answer}` : 'none'])
        expect(fractionOf(question(answers, ['none']), given)).toBe(isRight.filter(Boolean).length / answers.length)
      }),
    )
  })

  it('earns exactly the mark for all rows, also when the shares are thirds or sevenths', () => {
    for (const count of [3, 6, 7, 11]) {
      const answers = Array.from({ length: count }, (_, at) => at)
      expect(
        fractionOf(
          question(answers),
          answers.map((answer) => [answer, `a${answer}`]),
        ),
      ).toBe(1)
    }
  })
})

describe('a learner’s view of matching', () => {
  it('is the same whichever row an answer belongs to', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const view = (answers: number[]) => matching.present({ authored: question(answers, ['x']), locale: 'en', seed })
        expect(view([2, 0, 1])).toEqual(view([0, 1, 2]))
      }),
    )
  })

  it('lists an answer of several rows once', () => {
    expect(choicesOf(question([0, 1, 0, 1, 0], ['x']))).toHaveLength(3)
  })
})

describe('parse of matching', () => {
  const authored = question([0, 1], ['x'])
  const option = choiceId({ en: 'a0' })
  it.each([
    ['RESPONSE_INVALID', { choices: 'r0' }],
    ['RESPONSE_INVALID', { choices: [{ row: 'r0', option: 'x'.repeat(1_000_000) }] }],
    ['RESPONSE_INVALID', { choices: [{ row: 'r0', option: Number.POSITIVE_INFINITY }] }],
    ['ROW_UNKNOWN', { choices: [{ row: 'constructor', option }] }],
    ['OPTION_UNKNOWN', { choices: [{ row: 'r0', option: '__proto__' }] }],
    ['OPTION_UNKNOWN', { choices: [{ row: 'r0', option: 'r0' }] }],
    [
      'ROW_TWICE',
      {
        choices: [
          { row: 'r0', option },
          { row: 'r0', option: choiceId({ en: 'x' }) },
        ],
      },
    ],
  ])('refuses with %s: %j', (code, input) => {
    expect(matching.parse({ authored, input, seed: 1 })).toMatchObject({ ok: false, error: { code } })
  })
})

describe('check of matching', () => {
  const pair = (id: string, text: string, answer: Record<string, string>) => ({ id, text: { en: text }, answer })
  const stem = { en: '?' }
  it.each([
    ['PAIRS_TOO_FEW', { stem, pairs: [pair('a', 'x', { en: '1' })] }],
    ['ANSWER_EMPTY', { stem, pairs: [pair('a', 'x', { en: '1' }), pair('b', 'y', { en: ' ' })] }],
    ['CHOICES_TOO_FEW', { stem, pairs: [pair('a', 'x', { en: '1' }), pair('b', 'y', { en: ' 1 ' })] }],
    ['TEXT_DUPLICATE', { stem, pairs: [pair('a', 'x', { en: '1' }), pair('b', 'x', { en: '2' })] }],
    [
      'DISTRACTOR_IS_ANSWER',
      { stem, pairs: [pair('a', 'x', { en: '1' }), pair('b', 'y', { en: '2' })], distractors: [{ id: 'c', text: { en: '2' } }] },
    ],
    ['ANSWER_AMBIGUOUS', { stem, pairs: [pair('a', 'x', { en: '1', ru: 'один' }), pair('b', 'y', { en: '2', ru: 'один' })] }],
  ])('%s in %#', (code, body) => {
    const read = readAuthored({ type: matching, version: 1, body })
    expect(read.ok && matching.check(read.value).map((problem) => problem.code)).toEqual([code])
  })
})

describe('GIFT of matching', () => {
  it('refuses a translation of another number of pairs, and one in which other rows share an answer', () => {
    const merge = (translated: Matching) => matchingGift.mergeTranslation(question([0, 1, 0]), translated, 'ru')
    expect(merge(question([0, 1]))).toMatchObject({ ok: false, error: { code: 'TRANSLATION_DOES_NOT_FIT' } })
    expect(merge(question([0, 0, 1]))).toMatchObject({ ok: false, error: { code: 'TRANSLATION_MARKS_DIFFER' } })
  })

  it('names what is lost', () => {
    const authored = matchingSchema.authored.parse({ ...question([0, 1]), shuffle: false })
    expect(matchingGift.toGift(authored, { locale: 'en' }).lost).toEqual(['shuffle'])
  })
})
