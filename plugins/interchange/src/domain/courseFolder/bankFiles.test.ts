import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBankFile, readWrittenTest } from './bankFiles.ts'
import type { FolderQuestion } from './types.ts'
import { writeBankFile, writeWrittenTest } from './writeBankFiles.ts'

const texts = fc.string({ unit: 'binary', maxLength: 60 })
const rows = fc.array(
  fc.dictionary(
    fc.constantFrom('id', 'text', 'fraction', 'en', 'ru'),
    fc.oneof(texts, fc.double({ noNaN: true, noDefaultInfinity: true })),
  ),
)
const bodies = fc.dictionary(
  fc.constantFrom('stem', 'options', 'shuffle', 'answers', 'media', 'constructor'),
  fc.oneof(texts, fc.boolean(), fc.constant(null), fc.record({ en: texts, ru: texts }), rows, fc.integer()),
)
const questions: fc.Arbitrary<FolderQuestion> = fc.record({
  name: fc.option(
    texts.map((text) => `n${text.trim()}`),
    { nil: undefined },
  ),
  type: fc.constantFrom('single-choice', 'hotspot'),
  version: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  tags: fc.array(
    texts.map((text) => `t${text.trim()}`.trim()),
    { maxLength: 3 },
  ),
  difficulty: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  category: fc.constantFrom(undefined, [{ en: 'A/B' }, { en: 'C', ru: 'Ц' }]),
  retired: fc.boolean(),
  body: bodies,
  line: fc.constant(1),
})

/** What a file of questions says; lines are not of its content. */
function readBack(text: string) {
  const problems: unknown[] = []
  const read = readBankFile({
    text,
    file: 'q.yaml',
    language: 'en',
    resolveFile: (path) => `sha256:${path.slice('pictures/'.length)}`,
    report: (problem) => problems.push(problem),
  })
  expect(problems).toEqual([])
  return read.map((question) => ({ ...question, line: 1 }))
}

describe('files of questions', () => {
  it('read back as they were written, whatever the texts are', () => {
    fc.assert(
      fc.property(fc.array(questions, { maxLength: 4 }), (written) => {
        const text = writeBankFile({ questions: written, pathFor: () => undefined })
        expect(readBack(text)).toEqual(written.map((question) => ({ ...question, name: question.name?.trim() })))
      }),
      { numRuns: 300 },
    )
  })

  it('name pictures by their files, in fields and in Markdown, and nothing else', () => {
    const digest = 'a'.repeat(64)
    const body = {
      media: `sha256:${digest}`,
      stem: { en: `See ![a](sha256:${digest} "t") and \`![a](sha256:${digest})\` and [b](c.md)` },
    }
    const question: FolderQuestion = {
      name: 'q',
      type: 'x',
      version: 1,
      tags: [],
      difficulty: undefined,
      category: undefined,
      retired: false,
      body,
      line: 1,
    }
    const text = writeBankFile({ questions: [question], pathFor: (medium) => `pictures/${medium.slice('sha256:'.length)}` })
    expect(text).toContain(`file: pictures/${digest}`)
    expect(text).toContain(`![a](pictures/${digest} "t")`)
    expect(text).toContain(`\`![a](sha256:${digest})\``)
    expect(readBack(text)).toEqual([question])
  })
})

describe('tests', () => {
  it('read back as they were written', () => {
    const question: FolderQuestion = {
      name: 'q',
      type: 'x',
      version: 1,
      tags: ['a'],
      difficulty: 3,
      category: [{ en: 'A' }, { en: 'B', ru: 'Б' }],
      retired: true,
      body: { stem: 'x' },
      line: 1,
    }
    const test = {
      form: 'yaml' as const,
      title: { en: 'Title', ru: 'Название' },
      accessCode: '007',
      overallFeedback: [
        { fromPercent: 80, text: { en: 'Well done', ru: 'Отлично' } },
        { fromPercent: 0, text: { en: 'Again' } },
      ],
      settings: { behaviour: 'immediate' as const, maxAttempts: null, closesAt: '2030-01-01T00:00:00Z' },
      items: [
        { kind: 'section' as const, title: { en: 'One' }, instructions: {} },
        { kind: 'question' as const, question, mark: 2.5 },
        { kind: 'named' as const, name: 'other', mark: 1, line: 1 },
        {
          kind: 'draw' as const,
          mark: 3,
          count: 2,
          tags: ['a', 'b'],
          difficultyFrom: undefined,
          difficultyTo: 4,
          types: [],
          preferUnseen: false,
        },
      ],
    }
    const text = writeWrittenTest({ test, placement: 'before', pathFor: () => undefined })
    const read = readWrittenTest({
      text,
      file: 't.yaml',
      language: 'en',
      resolveFile: () => null,
      report: (problem) => expect(problem).toBeNull(),
    })
    expect(JSON.parse(JSON.stringify(read, (key, value) => (key === 'line' ? 1 : value)))).toEqual(
      JSON.parse(JSON.stringify({ ...test, placement: 'before' })),
    )
  })

  it.each([
    ['no items', { items: [] }, /items/],
    ['an item of two kinds', { items: [{ question: 'a', section: { title: 'b' } }] }, /items\.0: an item has one of/],
    ['an item of none', { items: [{ mark: 2 }] }, /items\.0: an item has one of/],
    ['a draw without tags', { items: [{ draw: { count: 2, tags: [] } }] }, /items\.0\.draw\.tags/],
    ['a setting that is none', { settings: { behavior: 'deferred' }, items: [{ question: 'a' }] }, /settings.*behavior/],
    ['a wrong setting', { settings: { behaviour: 'guess' }, items: [{ question: 'a' }] }, /settings\.behaviour.*expected/],
  ])('are refused for %s, with the path and what was expected', (_, test, message) => {
    const problems: { message: string }[] = []
    const read = readWrittenTest({
      text: JSON.stringify(test),
      file: 't.yaml',
      language: 'en',
      resolveFile: () => null,
      report: (problem) => problems.push(problem),
    })
    expect(read).toBeNull()
    expect(problems).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })])
  })

  it('name rules that contradict each other by their codes', () => {
    const problems: { code: string }[] = []
    const settings = { opensAt: '2030-01-02T00:00:00Z', closesAt: '2030-01-01T00:00:00Z', overdue: 'grace' }
    readWrittenTest({
      text: JSON.stringify({ settings, items: [{ question: 'a' }] }),
      file: 't.yaml',
      language: 'en',
      resolveFile: () => null,
      report: (problem) => problems.push(problem),
    })
    expect(problems.map(({ code }) => code)).toEqual(['CLOSES_BEFORE_OPENS', 'GRACE_EMPTY'])
  })
})
