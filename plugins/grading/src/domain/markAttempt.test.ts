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

  it('calls an answer right that earns less because of earlier tries', () => {
    const earn = (fraction: number | null) => (fraction ?? 0) / 2
    expect(markItem({ ...question(1, 2), earn })).toMatchObject({ own: 1, fraction: 0.5, mark: 1, state: 'right' })
  })

  it('has the highest mark that its behaviour lets one earn', () => {
    const three = { earn: (fraction: number | null) => (fraction === 1 ? 3 : -6), highest: 3 }
    expect(markItem({ ...question(1, 2), ...three })).toMatchObject({ fraction: 1, mark: 6, maxMark: 6 })
    expect(markItem({ ...question(0, 2), ...three })).toMatchObject({ fraction: -2, mark: -12, maxMark: 6, state: 'wrong' })
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
        const { mark, maxMark, percent } = markAttempt({ items, passPercent: 60, negativeMarking: true })
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
        const { items: _, ...totals } = markAttempt({ items, passPercent: 60, negativeMarking: true })
        expect(markAttempt({ items: [...items].reverse(), passPercent: 60, negativeMarking: true })).toMatchObject(totals)
        expect(markAttempt({ items, passPercent: 60, negativeMarking: true })).toMatchObject(totals)
      }),
    )
  })

  it('gives 0 for a blank attempt and does not pass it', () => {
    const blank = [question(null), question(null)]
    expect(markAttempt({ items: blank, passPercent: 1, negativeMarking: true })).toMatchObject({
      mark: 0,
      percent: 0,
      passed: false,
    })
  })

  it('passes at exactly the pass mark: two thirds of three questions at 66.66667 %', () => {
    const items = [question(1), question(1), question(0)]
    expect(markAttempt({ items, passPercent: 66.66667, negativeMarking: true }).passed).toBe(true)
    expect(markAttempt({ items, passPercent: 66.66668, negativeMarking: true }).passed).toBe(false)
  })

  it('adds thirds of a mark up to the whole', () => {
    expect(markAttempt({ items: [question(1, 0.1), question(1, 0.2)], passPercent: 100, negativeMarking: true })).toMatchObject({
      mark: 0.3,
      maxMark: 0.3,
      percent: 100,
      passed: true,
    })
  })

  it('leaves out of the maximum what is never marked, answered or not, and waits for nobody because of it', () => {
    const survey: Grader = { marked: false, grade: () => ({ fraction: 1, parts: [], feedback: [] }) }
    const items = [question(1, 2), { ...question(null, 5), type: survey }, { ...question('often', 5, 'q3'), type: survey }]
    const { items: marked, ...totals } = markAttempt({ items, passPercent: 100, negativeMarking: true })
    expect(totals).toEqual({ mark: 2, maxMark: 2, percent: 100, passed: true, needsMarking: false })
    expect(marked.map(({ state }) => state)).toEqual(['right', 'ungraded', 'ungraded'])
  })

  it('is passed by handing in where there is nothing to earn, but not while a person has to look', () => {
    const survey = { ...question(null, 5), type: { ...type, marked: false as const } }
    const totals = { mark: 0, maxMark: 0, percent: 100, passed: true }
    expect(markAttempt({ items: [survey], passPercent: 60, negativeMarking: true })).toMatchObject(totals)
    const waiting = { ...question('text', 0), type: essay }
    expect(markAttempt({ items: [waiting], passPercent: 60, negativeMarking: true }).passed).toBe(false)
  })

  it('lets a wrong answer cost marks of others only where the test allows it', () => {
    const items = [question(1), question(-0.5)]
    expect(markAttempt({ items, passPercent: 0, negativeMarking: true })).toMatchObject({ mark: 0.5, percent: 25 })
    const kind = markAttempt({ items, passPercent: 0, negativeMarking: false })
    expect(kind).toMatchObject({ mark: 1, percent: 50, items: [{}, { fraction: 0, mark: 0, state: 'wrong' }] })
  })

  it('waits for a person when a question needs one', () => {
    const items = [question(1), { ...question('text'), type: essay }]
    expect(markAttempt({ items, passPercent: 0, negativeMarking: true })).toMatchObject({
      needsMarking: true,
      passed: false,
      mark: 1,
    })
  })
})
