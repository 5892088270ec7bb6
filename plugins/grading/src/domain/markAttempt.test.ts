import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Grader, type ItemToMark, markAttempt, markItem } from './markAttempt.ts'

/** A type whose responses are the fractions they earn. */
const type: Grader = { grade: ({ response }) => ({ fraction: Number(response), parts: [], feedback: [] }) }
const essay: Grader = { grade: () => ({ fraction: 0, parts: [], feedback: [], needsMarking: true }) }

function question(response: unknown, maxMark = 1, item = 'q1'): ItemToMark {
  return { item, type, authored: {}, response, maxMark, seed: 1 }
}

const anyQuestion = fc
  .record({
    response: fc.option(fc.double({ min: -3, max: 3, noNaN: true }), { nil: null }),
    maxMark: fc.double({ min: 0, max: 100, noNaN: true }),
  })
  .map(({ response, maxMark }) => question(response, maxMark))

describe('markItem', () => {
  it('gives nothing for a blank response, whatever the type would say', () => {
    const generous: Grader = { grade: () => ({ fraction: 1, parts: [], feedback: [] }) }
    expect(markItem({ ...question(null), type: generous })).toMatchObject({ fraction: 0, mark: 0, state: 'blank' })
    expect(markItem({ ...question(undefined), type: generous })).toMatchObject({ fraction: 0, mark: 0, state: 'blank' })
  })

  it('names how the answer fared', () => {
    expect([1, 0.999999, 0.00001, 0, -0.5].map((fraction) => markItem(question(fraction)).state)).toEqual([
      'right',
      'partly',
      'partly',
      'wrong',
      'wrong',
    ])
  })

  it('clips what a type may not answer and throws for what is no number', () => {
    expect(markItem(question(7, 2)).mark).toBe(2)
    expect(markItem(question(-7, 2)).mark).toBe(-2)
    expect(() => markItem(question(Number.NaN))).toThrow('no number')
  })
})

describe('markAttempt', () => {
  it('never exceeds the maximum and never falls below 0', () => {
    fc.assert(
      fc.property(fc.array(anyQuestion, { maxLength: 30 }), (items) => {
        const { mark, maxMark, percent } = markAttempt({ items, passPercent: 60 })
        expect(mark).toBeGreaterThanOrEqual(0)
        expect(mark).toBeLessThanOrEqual(maxMark)
        expect(percent).toBeGreaterThanOrEqual(0)
        expect(percent).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('does not depend on the order of the questions, and marks the same twice', () => {
    fc.assert(
      fc.property(fc.array(anyQuestion, { maxLength: 30 }), (items) => {
        const { items: _, ...totals } = markAttempt({ items, passPercent: 60 })
        expect(markAttempt({ items: [...items].reverse(), passPercent: 60 })).toMatchObject(totals)
        expect(markAttempt({ items, passPercent: 60 })).toMatchObject(totals)
      }),
    )
  })

  it('gives 0 for a blank attempt and does not pass it', () => {
    const blank = [question(null), question(null)]
    expect(markAttempt({ items: blank, passPercent: 1 })).toMatchObject({ mark: 0, percent: 0, passed: false })
  })

  it('passes at exactly the pass mark: two thirds of three questions at 66.66667 %', () => {
    const items = [question(1), question(1), question(0)]
    expect(markAttempt({ items, passPercent: 66.66667 }).passed).toBe(true)
    expect(markAttempt({ items, passPercent: 66.66668 }).passed).toBe(false)
  })

  it('adds thirds of a mark up to the whole', () => {
    expect(markAttempt({ items: [question(1, 0.1), question(1, 0.2)], passPercent: 100 })).toMatchObject({
      mark: 0.3,
      maxMark: 0.3,
      percent: 100,
      passed: true,
    })
  })

  it('waits for a person when a question needs one', () => {
    const items = [question(1), { ...question('text'), type: essay }]
    expect(markAttempt({ items, passPercent: 0 })).toMatchObject({ needsMarking: true, passed: false, mark: 1 })
  })
})
