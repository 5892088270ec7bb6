import type { LocalizedText } from '@lectern/content-schemas'
import { type AnyQuestionType, readAuthored } from '@lectern/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as questions from '../index.ts'
import { gradeBatch } from './gradeBatch.ts'

const types: AnyQuestionType[] = Object.values(questions).filter(
  (value): value is AnyQuestionType => typeof value === 'object' && 'schema' in value,
)

/** The first or another sample of a type as a question, with its name. */
function sampleOf({ type, at = 0 }: { type: AnyQuestionType; at?: number }) {
  const authored = type.samples[at]?.authored
  const read = readAuthored({ type, version: type.schema.version, body: authored })
  if (!read.ok) throw new Error(read.error.message)
  return { name: 'q', ok: true as const, type, authored: read.value }
}

function marksOf({ type, at = 0, response }: { type: AnyQuestionType; at?: number; response: unknown }) {
  const [result] = gradeBatch({
    questions: [sampleOf({ type, at })],
    responses: [{ question: 1, response }],
    locale: 'en',
    seed: 1,
  })
  return result?.error?.code ?? result?.fraction
}

describe('plain responses', () => {
  it.each(types.map((type) => [type.schema.type, type] as const))('%s takes them', (_, type) => {
    expect(type.fromPlain).toBeTypeOf('function')
  })

  it.each([
    ['trueFalse', questions.trueFalse, 0, true, 1],
    ['trueFalse', questions.trueFalse, 0, 'Верно', 1],
    ['trueFalse', questions.trueFalse, 0, 'F', 0],
    ['trueFalse', questions.trueFalse, 0, 'maybe', 'RESPONSE_FORM'],
    ['shortText', questions.shortText, 0, 'content-type', 1],
    ['shortText', questions.shortText, 0, { text: 'x' }, 'RESPONSE_FORM'],
    ['numeric', questions.numeric, 0, 3.14, 1],
    ['numeric', questions.numeric, 0, Number.NaN, 'RESPONSE_FORM'],
    ['numeric', questions.numeric, 1, { number: 5.5, unit: 'km' }, 1],
    ['numeric', questions.numeric, 1, '5,5 км', 1],
    ['numeric', questions.numeric, 2, '5000 kg', 1],
    ['numeric', questions.numeric, 2, { number: 5.5, unit: 'т' }, 1],
    ['numeric', questions.numeric, 2, { number: 5, unit: 'stone' }, 'TEXT_UNKNOWN'],
    ['calculated', questions.calculated, 0, 61.1, 1],
    ['calculated', questions.calculated, 1, '16.67 ms', 1],
    ['algebraic', questions.algebraic, 1, '(a+b)(a-b)', 1],
    ['algebraic', questions.algebraic, 1, '(a+b', 'EXPRESSION_BRACKETS_MISSING'],
    ['cloze', questions.cloze, 0, { 1: 'hydrogen', 2: 100, 3: 'a gas' }, 1],
    ['cloze', questions.cloze, 0, ['hydrogen', '100', 'газ'], 1],
    ['cloze', questions.cloze, 0, ['hydrogen', 100, null], 0.75],
    ['cloze', questions.cloze, 0, { 9: 'x' }, 'TEXT_UNKNOWN'],
    ['cloze', questions.cloze, 0, { 3: 'an idea' }, 'TEXT_UNKNOWN'],
    ['cloze', questions.cloze, 1, { name: 'square', 'out-1': 4, 'out-2': 9 }, 1],
    ['dropdownGaps', questions.dropdownGaps, 1, ['4', 4, '5'], 1],
    ['dropdownGaps', questions.dropdownGaps, 1, { 3: '5' }, 0.333333333],
    ['likert', questions.likert, 0, 'agree', 'RESPONSE_FORM'],
    ['description', questions.description, 0, 'hello', 'RESPONSE_FORM'],
    ['essay', questions.essay, 0, 'Because.', 0],
    ['hotspot', questions.hotspot, 0, 'nowhere', 'TEXT_UNKNOWN'],
    [
      'dragMarkers',
      questions.dragMarkers,
      0,
      { Nucleus: 'Part 2', Mitochondrion: [[76, 65], '17,65'], Мембрана: { x: 96, y: 50 } },
      1,
    ],
    ['dragMarkers', questions.dragMarkers, 0, { Nucleus: [1000, 1] }, 'RESPONSE_FORM'],
  ])('%s (%#): sample %d', (_, type, at, response, expected) => {
    expect(marksOf({ type, at, response })).toBe(expected)
  })

  it('name options, rows, items and words of every sample by their texts, with the same mark as by their ids', () => {
    for (const type of types.filter(({ schema }) => schema.type in byText)) {
      type.samples.forEach(({ correct, wrong }, at) => {
        const { authored } = sampleOf({ type, at })
        const names = textsById(authored)
        const toPlain = byText[type.schema.type]
        for (const response of [correct, wrong]) {
          const mark = type.grade({ authored, response, locale: 'en', seed: 1 }).fraction
          expect([type.schema.type, at, marksOf({ type, at, response: toPlain?.({ response, names }) })]).toEqual([
            type.schema.type,
            at,
            mark,
          ])
        }
      })
    }
  })

  it('name the answers of rows by their texts', () => {
    const rows = [
      { id: 'r1', text: { en: '*Amur*', ru: 'Амур' }, answer: { en: 'Pacific' }, feedback: {} },
      { id: 'r2', text: { en: 'Congo' }, answer: { en: 'Atlantic', ru: 'Атлантика' }, feedback: {} },
    ]
    const authored = { stem: { en: '?' }, generalFeedback: {}, pairs: rows, distractors: [], shuffle: true }
    const question = { name: 'q', ok: true as const, type: questions.matching, authored }
    const mark = (response: unknown) => {
      const [result] = gradeBatch({ questions: [question], responses: [{ question: 1, response }], locale: 'en', seed: 1 })
      return result?.error?.code ?? result?.fraction
    }
    expect(mark({ Amur: 'Pacific', Congo: 'Атлантика' })).toBe(1)
    expect(mark({ амур: 'pacific', congo: 'Pacific' })).toBe(0.5)
    expect(mark({ Amur: ['Pacific', 'Atlantic'] })).toBe('ROW_TWICE')
    expect(mark({ Amur: 'Arctic' })).toBe('TEXT_UNKNOWN')
  })

  it('name items by category or categories by item', () => {
    const authored = {
      stem: { en: '?' },
      generalFeedback: {},
      categories: [
        { id: 'c1', text: { en: 'Mammals' }, items: ['bat', 'whale'].map(toRow) },
        { id: 'c2', text: { en: 'Birds' }, items: ['ostrich'].map(toRow) },
      ],
      distractors: ['bee'].map(toRow),
    }
    const question = { name: 'q', ok: true as const, type: questions.categorise, authored }
    const mark = (response: unknown) =>
      gradeBatch({ questions: [question], responses: [{ question: 'q', response }], locale: 'en', seed: 1 })[0]?.fraction
    expect(mark({ Mammals: ['bat', 'Whale'], Birds: ['ostrich'] })).toBe(1)
    expect(mark({ bat: 'Mammals', whale: 'Mammals', ostrich: 'Birds' })).toBe(1)
    expect(mark({ bat: 'Birds', bee: 'Birds' })).toBe(0)
  })

  it('refuse two options of one text and find one by its text as shown, or by its id', () => {
    const options = [
      { id: 'x', text: { en: '**bold** & `a<b`' }, fraction: 1, feedback: {} },
      { id: 'y', text: { en: 'twice' }, fraction: 0, feedback: {} },
      { id: 'z', text: { en: 'Twice' }, fraction: 0, feedback: {} },
      { id: 'w', text: { en: 'TWICE' }, fraction: 0.5, feedback: {} },
    ]
    const authored = { stem: { en: '?' }, generalFeedback: {}, options, shuffle: false }
    const find = (plain: unknown) => questions.singleChoice.fromPlain?.({ authored, plain, locale: 'en', seed: 1 })
    expect(find('bold & a<b')).toMatchObject({ value: { option: 'x' } })
    expect(find('**bold** & `a<b`')).toMatchObject({ value: { option: 'x' } })
    expect(find('Twice')).toMatchObject({ value: { option: 'z' } })
    expect(find('tWICE')).toMatchObject({ error: { code: 'TEXT_AMBIGUOUS' } })
    expect(find('x')).toMatchObject({ value: { option: 'x' } })
    expect(find('__proto__')).toMatchObject({ error: { code: 'TEXT_UNKNOWN' } })
  })

  it('of any form earn something from −1 to 1 or are refused with a code, and never throw', () => {
    const all = types.map((type) => sampleOf({ type }))
    fc.assert(
      fc.property(fc.anything(), (response) => {
        const responses = all.map((_, at) => ({ question: at + 1, response }))
        for (const { fraction, error } of gradeBatch({ questions: all, responses, locale: 'ru', seed: 1 })) {
          if (fraction === null) expect(error?.code).toMatch(/^[A-Z][A-Z0-9_]*$/)
          else expect(Math.abs(fraction)).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 300 },
    )
  })
})

type ToPlain = (input: { response: unknown; names: Map<string, string> }) => unknown

/** Responses by id → responses by text, for the types whose responses name rows. */
const byText: Record<string, ToPlain> = {
  'single-choice': ({ response, names }) => renamed({ value: propertyOf({ response, name: 'option' }), names }),
  'multiple-choice': ({ response, names }) => renamed({ value: propertyOf({ response, name: 'options' }), names }),
  ordering: ({ response, names }) => renamed({ value: propertyOf({ response, name: 'order' }), names }),
  categorise: choicesByText,
  matrix: choicesByText,
}

function choicesByText({ response, names }: { response: unknown; names: Map<string, string> }): unknown {
  const chosen = new Map<string, unknown[]>()
  const choices = propertyOf({ response, name: 'choices' })
  for (const choice of Array.isArray(choices) ? choices : []) {
    const row = String(renamed({ value: propertyOf({ response: choice, name: 'row' }), names }))
    chosen.set(row, [...(chosen.get(row) ?? []), renamed({ value: propertyOf({ response: choice, name: 'option' }), names })])
  }
  return Object.fromEntries(chosen)
}

function renamed({ value, names }: { value: unknown; names: Map<string, string> }): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed({ value: one, names }))
  return typeof value === 'string' ? (names.get(value) ?? value) : value
}

function propertyOf({ response, name }: { response: unknown; name: string }): unknown {
  return typeof response === 'object' && response !== null
    ? Object.entries(response).find(([key]) => key === name)?.[1]
    : undefined
}

/** The English text of every row with an id. */
function textsById(value: unknown): Map<string, string> {
  if (Array.isArray(value)) return new Map(value.flatMap((one) => [...textsById(one)]))
  if (typeof value !== 'object' || value === null) return new Map()
  const own = 'id' in value && 'text' in value ? [[String(value.id), englishOf(value.text)] as const] : []
  return new Map([...own, ...Object.values(value).flatMap((inner) => [...textsById(inner)])])
}

function englishOf(text: unknown): string {
  return String(propertyOf({ response: text, name: 'en' }))
}

function toRow(text: string): { id: string; text: LocalizedText; feedback: LocalizedText } {
  return { id: text, text: { en: text }, feedback: {} }
}
