import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GiftAnswer, GiftAnswers, GiftQuestion } from '@lectern/content-schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseGift } from './parseGift.ts'
import { writeGift } from './writeGift.ts'

const course = join(import.meta.dirname, '../../../../../../shared/courses/iot-for-beginners')

describe('parseGift', () => {
  it('reads a choice with weights, feedback, name, format, category and tags', () => {
    const { questions, problems } = parse(
      '$CATEGORY: a/b\n\n// [tag:x] [id:7]\n::N\\:1::[markdown]Which **two**? {\n\t~%50%A#good\n\t~%-33.333%B\n\t=C\n\t####All of it\n}',
    )
    expect(problems).toEqual([])
    expect(questions).toEqual([
      {
        name: 'N:1',
        format: 'markdown',
        stem: 'Which **two**?',
        answers: {
          kind: 'choices',
          answers: [
            { mark: '~', weight: 50, text: 'A', feedback: 'good' },
            { mark: '~', weight: -33.333, text: 'B', feedback: undefined },
            { mark: '=', weight: undefined, text: 'C', feedback: undefined },
          ],
        },
        generalFeedback: 'All of it',
        category: 'a/b',
        tags: ['x', 'id:7'],
        line: 4,
      },
    ])
  })

  it.each([
    ['{T}', { kind: 'trueFalse', right: true }],
    ['{FALSE#no#yes}', { kind: 'trueFalse', right: false, feedbackWrong: 'no', feedbackRight: 'yes' }],
    ['{=a =%50%b}', { kind: 'short', answers: [{ text: 'a' }, { text: 'b', weight: 50 }] }],
    [
      '{=a -> 1 =b -> 2}',
      {
        kind: 'matching',
        pairs: [
          { stem: 'a', answer: '1' },
          { stem: 'b', answer: '2' },
        ],
      },
    ],
    ['{#3:0.1}', { kind: 'numeric', answers: [{ mark: '=', text: '3:0.1' }] }],
    ['{#1..5}', { kind: 'numeric', answers: [{ text: '1..5' }] }],
    [
      '{#=2:0 =%50%2:1 ~#off}',
      { kind: 'numeric', answers: [{ text: '2:0' }, { weight: 50 }, { mark: '~', text: '', feedback: 'off' }] },
    ],
    ['{}', { kind: 'essay' }],
    ['', { kind: 'description' }],
  ])('knows the kind of %s', (answers, expected) => {
    expect(parse(`Q ${answers}`).questions[0]?.answers).toMatchObject(expected)
  })

  it('puts a gap where the answers stand inside the sentence', () => {
    expect(parse('Two {=4 =four} is.').questions[0]?.stem).toBe('Two _____ is.')
  })

  it('unescapes every mark and line ends', () => {
    expect(parse('\\{a\\}\\=\\~\\#\\:\\\\n\\nb {}').questions[0]?.stem).toBe('{a}=~#:\\n\nb')
  })

  it.each([
    ['Q {=a', 'GIFT_UNCLOSED_BRACE', 1],
    ['// c\nQ\nR } {=a}', 'GIFT_STRAY_BRACE', 3],
    ['Q {=a} {=b}', 'GIFT_MULTIPLE_ANSWERS', 1],
    ['::n Q {}', 'GIFT_NAME_UNCLOSED', 1],
    ['a {}\n\nQ\n{=a ~%120%b}', 'GIFT_WEIGHT_INVALID', 4],
    ['Q {=a ~%x%b}', 'GIFT_WEIGHT_INVALID', 1],
    ['Q {a}', 'GIFT_ANSWER_MARK_MISSING', 1],
    ['Q {=a->1 =b}', 'GIFT_MATCHING_INCOMPLETE', 1],
    ['Q {#many}', 'GIFT_NUMBER_INVALID', 1],
    ['Q {~a ~b}', 'GIFT_NO_RIGHT_ANSWER', 1],
    ['{=a}', 'GIFT_EMPTY_QUESTION', 1],
  ])('reports %s with its line', (text, code, line) => {
    const { problems } = parse(text)
    expect(problems).toMatchObject([{ severity: 'error', code, line, file: 'x.gift' }])
  })

  it('never throws', () => {
    const noise = fc.array(fc.constantFrom(...'{}=~#:\\%->[]/$ \n', 'a', 'T', '::', '####', '1', '[html]', '// [tag:'), {
      maxLength: 80,
    })
    fc.assert(
      fc.property(noise, (parts) => parse(parts.join('')).questions.length >= 0),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['open braces', 'Q {'.repeat(300_000)],
    ['answers', `Q {${'=a ~b '.repeat(150_000)}}`],
    ['backslashes', '\\'.repeat(1_000_000)],
    ['weights', `Q {=a ${'~%'.repeat(300_000)}}`],
    ['hashes', `Q {${'#'.repeat(1_000_000)}}`],
    ['open tags', `// ${'[tag:'.repeat(200_000)}\nQ {}`],
    ['bad questions', 'Q {\n\n'.repeat(100_000)],
  ])('reads a megabyte of %s in linear time', (_, text) => {
    const started = performance.now()
    parse(text)
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  it.skipIf(!existsSync(course))('reads all GIFT files of the course (needs ../shared)', () => {
    const files = globSync('**/*.gift', { cwd: course })
    expect(files.length).toBe(48)
    for (const file of files) {
      const { questions, problems } = parse(readFileSync(join(course, file), 'utf8'))
      expect(problems).toEqual([])
      expect(questions.length).toBeGreaterThanOrEqual(3)
      expect(withoutLines(parse(writeGift(questions)).questions)).toEqual(withoutLines(questions))
    }
  })
})

describe('writeGift', () => {
  it('writes what parseGift reads back equal', () => {
    fc.assert(
      fc.property(fc.array(questions(), { maxLength: 5 }), (written) => {
        const read = parse(writeGift(written))
        expect(read.problems).toEqual([])
        expect(withoutLines(read.questions)).toEqual(written)
      }),
      { numRuns: 1500 },
    )
  })
})

function parse(text: string) {
  return parseGift({ text, file: 'x.gift' })
}

function withoutLines(questions: GiftQuestion[]): Omit<GiftQuestion, 'line'>[] {
  return questions.map(({ line: _, ...question }) => question)
}

function texts(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    'a',
    'Слово',
    '漢',
    ' ',
    '\n',
    '=',
    '~',
    '#',
    '####',
    '{',
    '}',
    ':',
    '::',
    '\\',
    '\\n',
    '%50%',
    '->',
    '//',
    '[html]',
    '$CATEGORY: x',
    '💁',
    'TRUE',
    '_____',
    '<b>',
  )
  return fc
    .array(piece, { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join('').trim())
    .filter((text) => text !== '')
}

function answers(): fc.Arbitrary<GiftAnswers> {
  const feedback = fc.option(texts(), { nil: undefined })
  const weight = fc.option(fc.constantFrom(-100, -33.33333, 0, 25, 50, 100), { nil: undefined })
  const answer = (mark: '=' | '~'): fc.Arbitrary<GiftAnswer> =>
    fc.record({ mark: fc.constant(mark), weight, text: texts(), feedback })
  const right = fc.record({ mark: fc.constant('=' as const), weight: fc.constant(undefined), text: texts(), feedback })
  const numeric = fc.record({
    mark: fc.constant('=' as const),
    weight,
    text: fc.constantFrom('3', '-1.5:0.1', '1..5', '1e3'),
    feedback,
  })
  return fc.oneof(
    fc
      .tuple(right, answer('~'), fc.array(answer('~')))
      .map(([one, two, more]): GiftAnswers => ({ kind: 'choices', answers: [one, two, ...more] })),
    fc.array(answer('='), { minLength: 1, maxLength: 4 }).map((list): GiftAnswers => ({ kind: 'short', answers: list })),
    fc.record({ kind: fc.constant('trueFalse' as const), right: fc.boolean(), feedbackWrong: feedback, feedbackRight: feedback }),
    fc.array(numeric, { minLength: 1, maxLength: 3 }).map((list): GiftAnswers => ({ kind: 'numeric', answers: list })),
    fc
      .array(fc.record({ stem: texts(), answer: texts() }), { minLength: 1, maxLength: 4 })
      .map((pairs): GiftAnswers => ({ kind: 'matching', pairs })),
    fc.constant<GiftAnswers>({ kind: 'essay' }),
    fc.constant<GiftAnswers>({ kind: 'description' }),
  )
}

function questions(): fc.Arbitrary<Omit<GiftQuestion, 'line'>> {
  const word = fc.constantFrom('a', 'b c', 'a/b', 'x]y', 'id:9')
  return fc.record({
    name: fc.option(
      texts().map((text) => text.replace(/\s+/g, ' ')),
      { nil: undefined },
    ),
    format: fc.constantFrom('html', 'markdown', 'plain', 'moodle'),
    stem: texts(),
    answers: answers(),
    generalFeedback: fc.option(texts(), { nil: undefined }),
    category: fc.option(fc.constantFrom('a', '$course$/b'), { nil: undefined }),
    tags: fc.array(word, { maxLength: 2 }),
  })
}

describe('embedded answers', () => {
  const text =
    '::Gaps::Paris is in {1:SHORTANSWER:=France#Yes~%50%Europe}, π is {2:NM:=3.14:0.01} and ice {:MCS:=floats~a\\~b}.####General\n'

  it('are read with weights, shares and feedback, and written back the same', () => {
    const { questions, problems } = parseGift({ text, file: 'g' })
    expect(problems).toEqual([])
    expect(questions[0]).toMatchObject({
      name: 'Gaps',
      stem: 'Paris is in [[1]], π is [[2]] and ice [[3]].',
      generalFeedback: 'General',
      answers: {
        kind: 'cloze',
        gaps: [
          { name: '1', kind: 'text', weight: 1, answers: [{ text: 'France', fraction: 1, feedback: 'Yes' }, { fraction: 0.5 }] },
          { name: '2', kind: 'number', weight: 2, answers: [{ text: '3.14:0.01' }] },
          { name: '3', kind: 'choice', shuffle: true, answers: [{ text: 'floats' }, { text: 'a~b', fraction: 0 }] },
        ],
      },
    })
    expect(parseGift({ text: writeGift(questions), file: 'g' }).questions).toEqual(questions)
  })

  it.each([
    ['CLOZE_KIND_UNSUPPORTED', 'Which {1:MULTIRESPONSE:=a~=b}'],
    ['CLOZE_UNCLOSED', 'Which {1:SA:=a'],
    ['CLOZE_EMPTY', 'Which {1:SA:}'],
  ])('are refused with %s', (code, gift) => {
    expect(parseGift({ text: gift, file: 'g' }).problems).toMatchObject([{ code, line: 1 }])
  })
})
