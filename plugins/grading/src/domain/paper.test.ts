import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPaper, maxSeed, type PublishedItem } from './paper.ts'

const items: PublishedItem[] = Array.from({ length: 8 }, (_, at) => ({
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
const shuffle = ({ items: given, seed }: { items: PublishedItem[]; seed: number }) =>
  given
    .map((item, at) => ({ item, order: (at * 5 + seed) % given.length }))
    .sort((left, right) => left.order - right.order)
    .map(({ item }) => item)
const anySeed = fc.integer({ min: 0, max: maxSeed - 1 })

describe('drawPaper', () => {
  it('draws the same paper for the same seed', () => {
    fc.assert(
      fc.property(anySeed, fc.boolean(), (seed, shuffleQuestions) => {
        const input = { items, settings: { shuffleQuestions }, seed, shuffle, draw }
        expect(drawPaper(input)).toEqual(drawPaper(input))
      }),
    )
  })

  it('has every question once, with its mark, under ids that are unique', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const paper = drawPaper({ items, settings: { shuffleQuestions: true }, seed, shuffle, draw })
        expect(paper.map(({ version }) => version).sort()).toEqual(items.map(({ version }) => version).sort())
        expect(new Set(paper.map(({ item }) => item)).size).toBe(items.length)
        expect(paper.every(({ seed: own }) => Number.isInteger(own) && own >= 0 && own < maxSeed)).toBe(true)
      }),
    )
  })

  it('keeps the written order unless the test shuffles', () => {
    const paper = drawPaper({ items, settings: { shuffleQuestions: false }, seed: 5, shuffle, draw })
    expect(paper.map(({ question }) => question)).toEqual(items.map(({ question }) => question))
  })
})
