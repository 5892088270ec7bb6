import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPaper, maxSeed, type PublishedItem, type PublishedQuestion } from './paper.ts'

const items: PublishedQuestion[] = Array.from({ length: 8 }, (_, at) => ({
  question: `question-${at}`,
  version: `version-${at}`,
  type: 'single-choice',
  typeVersion: 1,
  maxMark: at,
}))

/** A stand-in for the kernel's generator: any stream of numbers in [0, 1) that depends on the seed alone. */
function draw(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16_807 + 11) % 2_147_483_647
    return state / 2_147_483_647
  }
}
const shuffle = <Item>({ items: given, seed }: { items: Item[]; seed: number }): Item[] =>
  given
    .map((item, at) => ({ item, order: (at * 5 + seed) % given.length }))
    .sort((left, right) => left.order - right.order)
    .map(({ item }) => item)
const seen: ReadonlySet<string> = new Set()
const anySeed = fc.integer({ min: 0, max: maxSeed - 1 })

describe('drawPaper', () => {
  it('draws the same paper for the same seed', () => {
    fc.assert(
      fc.property(anySeed, fc.boolean(), (seed, shuffleQuestions) => {
        const input = { items, settings: { shuffleQuestions }, seed, seen, shuffle, draw }
        expect(drawPaper(input)).toEqual(drawPaper(input))
      }),
    )
  })

  it('has every question once, with its mark, under ids that are unique', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const paper = drawPaper({ items, settings: { shuffleQuestions: true }, seed, seen, shuffle, draw })
        expect(paper.map(({ version }) => version).sort()).toEqual(items.map(({ version }) => version).sort())
        expect(new Set(paper.map(({ item }) => item)).size).toBe(items.length)
        expect(paper.every(({ seed: own }) => Number.isInteger(own) && own >= 0 && own < maxSeed)).toBe(true)
      }),
    )
  })

  it('keeps the written order unless the test shuffles', () => {
    const paper = drawPaper({ items, settings: { shuffleQuestions: false }, seed: 5, seen, shuffle, draw })
    expect(paper.map(({ question }) => question)).toEqual(items.map(({ question }) => question))
  })
})

describe('drawPaper with draws and sections', () => {
  const from = (at: number, to: number) => items.slice(at, to).map(({ maxMark: _, ...question }) => question)
  const section = (title: string): PublishedItem => ({ kind: 'section', title: { en: title }, instructions: {} })
  const mixed: PublishedItem[] = [
    ...items.slice(0, 1),
    section('first'),
    { kind: 'draw', count: 2, maxMark: 3, preferUnseen: true, pool: from(0, 5) },
    section('second'),
    { kind: 'draw', count: 2, maxMark: 5, preferUnseen: true, pool: from(3, 8) },
  ]
  const anySeen = fc.subarray(items.map(({ question }) => question)).map((questions) => new Set(questions))

  it('draws no question twice, keeps sections in order, and gives each the mark of its draw', () => {
    fc.assert(
      fc.property(anySeed, anySeen, fc.boolean(), (seed, had, shuffleQuestions) => {
        const paper = drawPaper({ items: mixed, settings: { shuffleQuestions }, seed, seen: had, shuffle, draw })
        expect(new Set(paper.map(({ question }) => question)).size).toBe(5)
        expect(paper.map((item) => [item.item, item.section, item.maxMark])).toEqual([
          ['q1', undefined, 0],
          ['q2', 0, 3],
          ['q3', 0, 3],
          ['q4', 1, 5],
          ['q5', 1, 5],
        ])
        expect(paper.every(({ question, version }) => version === question.replace('question', 'version'))).toBe(true)
      }),
    )
  })

  it('draws the same for the same seed and the same seen questions', () => {
    fc.assert(
      fc.property(anySeed, anySeen, (seed, had) => {
        const input = { items: mixed, settings: { shuffleQuestions: true }, seed, seen: had, shuffle, draw }
        expect(drawPaper(input)).toEqual(drawPaper(input))
      }),
    )
  })

  it('comes to what was not seen first', () => {
    const had = new Set(['question-1', 'question-2', 'question-5', 'question-6'])
    const paper = drawPaper({ items: mixed, settings: { shuffleQuestions: false }, seed: 9, seen: had, shuffle, draw })
    expect(paper.slice(1).filter(({ question }) => had.has(question)).length).toBe(1)
  })
})
