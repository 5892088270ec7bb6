import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BehaviourName } from '@lectern/content-schemas'
import type { AnyQuestionType } from '@lectern/kernel'
import * as builtIn from '@lectern/questions'
import { calculated, matching, multipleChoice, numeric, shortText, singleChoice, trueFalse } from '@lectern/questions'
import { afterAll, describe, expect, it } from 'vitest'
import { gradeFiles } from './gradeFiles.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'lectern-grade-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const types = [trueFalse, singleChoice, multipleChoice, shortText, numeric, calculated, matching]

function write(name: string, content: unknown): string {
  const file = path.join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

function grade({ questions, responses, seed = 1 }: { questions: string; responses: string; seed?: number }) {
  return gradeFiles({ questions, responses, types, locale: 'en', seed })
}

const gift = write(
  'bank.gift',
  '::Capital:: Capital of France? {=Paris#Yes. ~Lyon}\n\n::Pi:: Pi? {#3.14:0.01}\n\n::Primes:: Primes? {~%50%2 ~%50%3 ~%-100%4}\n',
)

describe('docs/grading-files.md', () => {
  const page = readFileSync(new URL('../../../docs/grading-files.md', import.meta.url), 'utf8')
  const block = (language: string) => page.split(`\n\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? ''

  it('shows what its example gives', () => {
    const questions = write('page.gift', block('gift'))
    const { ok, results } = grade({ questions, responses: write('page.json', block('json responses')) })
    expect(results).toEqual(JSON.parse(block('json results')))
    expect(ok).toBe(false)
  })
})

describe('the example of every type', () => {
  const page = readFileSync(new URL('../../../docs/grading-files.md', import.meta.url), 'utf8')
  const block = (language: string) => page.split(`\n\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? ''
  const all = Object.values(builtIn).filter((value): value is AnyQuestionType => typeof value === 'object' && 'schema' in value)

  it('earns what it says, and leaves no type out that can be answered so', () => {
    const questions = write('every.yaml', block('yaml bank'))
    const responses = write('every.json', block('json bank responses'))
    const graded = gradeFiles({ questions, responses, types: all, locale: 'en', seed: 1 })
    expect(graded.results?.flatMap(({ question, error }) => (error ? [[question, error.message]] : []))).toEqual([])
    expect(graded.problems).toEqual([])
    const shown = Array.from(block('yaml bank').matchAll(/type: ([a-z-]+)/g), ([, type]) => type)
    const answerable = all.map(({ schema }) => schema.type).filter((type) => type !== 'description' && type !== 'file-upload')
    expect(new Set(shown)).toEqual(new Set(answerable))
  })
})

describe('gradeFiles', () => {
  it('marks responses to a GIFT file, in their order, by name or place', () => {
    const responses = write('responses.json', [
      { question: 'Primes', response: ['3', 2] },
      { question: 1, response: 'Paris' },
      { question: 'Pi', response: '3,15', fraction: 1 },
      { question: 'Pi', response: null },
    ])
    const graded = grade({ questions: gift, responses })
    expect(graded).toMatchObject({ ok: true, problems: [] })
    expect(graded.results).toEqual([
      {
        question: 'Primes',
        fraction: 1,
        parts: [
          { part: 'o1', fraction: 0.5, state: 'right' },
          { part: 'o2', fraction: 0.5, state: 'right' },
        ],
        feedback: [],
      },
      {
        question: 1,
        fraction: 1,
        parts: [{ part: 'o1', fraction: 1, state: 'right' }],
        feedback: [{ part: 'o1', html: 'Yes.' }],
      },
      { question: 'Pi', fraction: 1, parts: [{ part: 'text', fraction: 1, state: 'right' }], feedback: [] },
      { question: 'Pi', fraction: 0, parts: [], feedback: [] },
    ])
    expect(graded.text).toBe('Primes: 100 %\n1: 100 %\nPi: 100 %\nPi: 0 %')
  })

  it('is not content with a response that cannot be marked or earns something else', () => {
    const responses = write('errors.json', [
      { question: 'Capital', response: 'Rome' },
      { question: 'Capital', response: 'Lyon', fraction: 1 },
      { question: 'Pi', response: 'round' },
      { question: 'Nothing', response: 1 },
      { question: 99, response: 1 },
      { question: -1, response: 1 },
    ])
    const { ok, results } = grade({ questions: gift, responses })
    expect(ok).toBe(false)
    expect(results?.map(({ fraction, error }) => [fraction, error?.code])).toEqual([
      [null, 'TEXT_UNKNOWN'],
      [0, 'FRACTION_DIFFERS'],
      [null, 'NOT_A_NUMBER'],
      [null, 'QUESTION_UNKNOWN'],
      [null, 'QUESTION_UNKNOWN'],
      [null, 'QUESTION_UNKNOWN'],
    ])
  })

  it('says what it could not read of a GIFT file', () => {
    const questions = write('broken.gift', 'Which? {=a ~b}\n\n::Open:: Which {=a ~b\n')
    const graded = grade({ questions, responses: write('first.json', [{ question: 1, response: 'a' }]) })
    expect(graded).toMatchObject({ ok: false, results: [{ fraction: 1 }] })
    expect(graded.problems).toEqual([expect.stringMatching(/^GIFT_UNCLOSED_BRACE broken\.gift:3 /)])
  })

  it('draws parameters by the seed, the same for the same', () => {
    const body = {
      stem: { en: '{a}²?' },
      parameters: [{ id: 'p', name: 'a', min: 1, max: 1000 }],
      answers: [{ id: 'r', formula: 'a^2', tolerance: 0, fraction: 1 }],
    }
    const questions = write('bank.json', { questions: [{ name: 'Square', type: 'calculated', body }] })
    const squares = Array.from({ length: 1000 }, (_, at) => ({ question: 'Square', response: (at + 1) ** 2 }))
    const responses = write('squares.json', squares)
    const rightOnes = [1, 1, 2].map((seed) =>
      grade({ questions, responses, seed }).results?.findIndex(({ fraction }) => fraction === 1),
    )
    expect(rightOnes[0]).toBe(rightOnes[1])
    expect(rightOnes[0]).not.toBe(rightOnes[2])
    expect(rightOnes).not.toContain(-1)
  })

  it('marks the others when rows are of another shape, too long, too large or no numbers', () => {
    const rows = [
      7,
      null,
      { question: 'Pi' },
      { question: { name: 'Pi' }, response: 1 },
      { question: 'Pi', response: 3.14, fraction: 50 },
      { question: 'Pi', response: 'x'.repeat(1_000_000) },
      { question: 'Pi', response: '1e400' },
      { question: 'Pi', response: { number: 3 } },
      { question: 'Capital', response: ['Paris', 'Lyon'] },
      { question: 'Capital', response: 'Paris' },
    ]
    const text = `${JSON.stringify(rows).slice(0, -1)}, {"question": "Pi", "response": NaN}, {"question": "Pi", "response": 1e400}, {"question": "Pi", "response": -Infinity}]`
    const { ok, results } = grade({ questions: gift, responses: write('rows.json', text) })
    expect(ok).toBe(false)
    expect(results?.map(({ fraction, error }) => fraction ?? error?.code)).toEqual([
      'RESPONSE_ROW_INVALID',
      'RESPONSE_ROW_INVALID',
      'RESPONSE_ROW_INVALID',
      'RESPONSE_ROW_INVALID',
      'RESPONSE_ROW_INVALID',
      'RESPONSE_INVALID',
      'NUMBER_OUT_OF_RANGE',
      0,
      'RESPONSE_FORM',
      1,
      'NUMBER_NOT_FINITE',
      'RESPONSE_FORM',
      'NUMBER_NOT_FINITE',
    ])
  })

  it('reads questions in YAML without ids, and in Moodle XML', () => {
    const yaml = write(
      'bank.yaml',
      'questions:\n  - name: Ice\n    type: true-false\n    tags: [water]\n    body: { stem: Ice floats., truth: "true" }\n  - { name: Odd, type: 7, body: {} }\n',
    )
    const responses = write('yaml.json', [
      { question: 'Ice', response: 'T' },
      { question: 'Odd', response: 1 },
    ])
    const marked = grade({ questions: yaml, responses })
    expect(marked.results?.map(({ fraction, error }) => fraction ?? error?.code)).toEqual([1, 'QUESTION_INVALID'])
    const xml = write(
      'bank.xml',
      `<quiz><question type="stack"><name><text>S</text></name></question>
       <question type="multichoice"><name><text>M</text></name><questiontext format="html"><text>&lt;p&gt;2 + 2?&lt;/p&gt;</text></questiontext>
       <single>true</single><answer fraction="100"><text>4</text></answer><answer fraction="0"><text>5</text></answer></question></quiz>`,
    )
    const both = grade({
      questions: xml,
      responses: write('xml.json', [
        { question: 'S', response: 1 },
        { question: 2, response: 4 },
      ]),
    })
    expect(both.results?.map(({ fraction, error }) => fraction ?? error?.code)).toEqual(['QUESTION_UNSUPPORTED', 1])
    expect(both.problems).toEqual([expect.stringMatching(/^QUESTION_UNSUPPORTED bank\.xml:1 S:/)])
  })

  it.each([
    ['deferred', { tries: ['Lyon', 'Paris'] }, 1],
    ['immediate', { tries: ['Lyon', 'Paris'] }, 0],
    ['immediate', { tries: ['Rome', 'Paris'] }, 1],
    ['interactive', { tries: ['Lyon', 'Paris'] }, 0.75],
    ['interactive', { tries: ['Paris', 'Lyon'] }, 1],
    ['interactive', { tries: ['Lyon', 'Lyon', 'Lyon', 'Paris'] }, 0.25],
    ['adaptive', { tries: ['Lyon', 'Lyon', 'Paris'] }, 0.75],
    ['adaptive', { tries: ['Paris', 'Lyon'] }, 1],
    ['adaptive-no-penalty', { tries: ['Lyon', 'Paris'] }, 1],
    ['certainty', { response: 'Paris', certainty: 3 }, 3],
    ['certainty', { response: 'Lyon', certainty: 2 }, -2],
    ['certainty', { response: 'Lyon', certainty: 3 }, -6],
    ['certainty', { response: null, certainty: 3 }, 0],
    ['certainty-immediate', { response: 'Paris' }, 1],
  ] satisfies [BehaviourName, object, number][])('marks by the behaviour %s (%#)', (behaviour, row, fraction) => {
    const responses = write('tries.json', [{ question: 'Capital', ...row }])
    const graded = gradeFiles({ questions: gift, responses, types, locale: 'en', seed: 1, behaviour, penaltyPercent: 25 })
    expect(graded).toMatchObject({ ok: true, results: [{ fraction }] })
  })

  it('says of each try what it earned or why it was none, and gives no more than there are', () => {
    const responses = write('all-tries.json', [
      { question: 'Pi', tries: ['round', '3', '', '3', 3.14, 5] },
      { question: 'Pi', tries: ['round'] },
      { question: 'Pi', tries: [] },
      { question: 'Pi', response: 1, tries: [2] },
      { question: 'Pi', response: 3.14, certainty: 4 },
    ])
    const common = { questions: gift, responses, types, locale: 'en' as const, seed: 1, behaviour: 'interactive' as const }
    const [pi, ...others] = gradeFiles({ ...common, penaltyPercent: 10 }).results ?? []
    expect(pi?.fraction).toBe(0.8)
    expect(pi?.tries?.map(({ fraction, error }) => fraction ?? error?.code)).toEqual([
      'NOT_A_NUMBER',
      0,
      'TRY_BLANK',
      0,
      1,
      'QUESTION_SETTLED',
    ])
    expect(others.map(({ error }) => error?.code)).toEqual([
      'NOT_A_NUMBER',
      'RESPONSE_ROW_INVALID',
      'RESPONSE_ROW_INVALID',
      'RESPONSE_ROW_INVALID',
    ])
    expect(gradeFiles({ ...common, tries: 2 }).results?.[0]?.fraction).toBe(0)
  })

  it('keeps questions that no installed type takes, or that are unfit, with their errors', () => {
    const questions = write('mixed.json', [
      { name: 'a', type: 'rebus', body: {} },
      { name: 'b', type: 'numeric', body: { stem: { en: '?' }, answers: [] } },
      { name: 'c', type: 'numeric', version: 99, body: {} },
      { name: 'd', type: 'numeric', body: { stem: { en: '?' }, answers: [{ id: 'x', value: 'one' }] } },
    ])
    const responses = write(
      'mixed-responses.json',
      ['a', 'b', 'c', 'd'].map((question) => ({ question, response: 1 })),
    )
    expect(grade({ questions, responses }).results?.map(({ error }) => error?.code)).toEqual([
      'QUESTION_TYPE_UNKNOWN',
      'QUESTION_UNFIT',
      'QUESTION_VERSION_UNKNOWN',
      'QUESTION_BODY_INVALID',
    ])
  })

  it.each([
    ['FILE_UNREADABLE', { questions: path.join(folder, 'none.gift'), responses: gift }],
    ['JSON_INVALID', { questions: gift, responses: gift }],
    ['RESPONSES_INVALID', { questions: gift, responses: write('object.json', { question: 1 }) }],
    ['XML_INVALID', { questions: write('broken.xml', '<quiz><question></quiz>'), responses: gift }],
    ['BANK_INVALID', { questions: write('number.json', 7), responses: gift }],
  ])('gives up with %s', (code, files) => {
    expect(grade(files)).toMatchObject({ ok: false, error: { code } })
  })
})
