import { type ReviewPart, reviewItemSchema, reviewPartSchema } from '@lectern/content-schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MarkedForReview, reviewOf } from './reviewOf.ts'

const marked: MarkedForReview = {
  shown: {
    item: 'q1',
    type: 'multiple-choice',
    typeVersion: 1,
    maxMark: 2,
    marked: true,
    checkable: true,
    flagged: false,
    section: null,
    view: {},
    response: {},
    revision: 3,
    files: null,
    certainty: null,
    check: null,
  },
  fraction: 0.25,
  mark: 0.5,
  state: 'partly',
  parts: [
    { part: 'a', fraction: 0.5, state: 'right' },
    { part: 'b', fraction: -0.25, state: 'wrong' },
    { part: 'c', fraction: 0, state: 'missed' },
  ],
  feedback: [{ part: 'a', html: 'yes' }],
  key: { html: 'a and c' },
}

describe('reviewOf', () => {
  it('sends nothing but the question for an empty policy', () => {
    expect(reviewOf({ marked, policy: [] })).toEqual(marked.shown)
  })

  it('sends everything for the full policy', () => {
    const { shown, ...rest } = marked
    expect(reviewOf({ marked, policy: [...reviewPartSchema.options] })).toEqual({ ...shown, ...rest })
  })

  it('does not tell by correctness alone what was missed or what parts are worth', () => {
    expect(reviewOf({ marked, policy: ['correctness'] }).parts).toEqual([
      { part: 'a', fraction: 1, state: 'right' },
      { part: 'b', fraction: 0, state: 'wrong' },
    ])
  })

  it('does not repeat the right answer to who gave it', () => {
    expect(reviewOf({ marked: { ...marked, state: 'right' }, policy: [...reviewPartSchema.options] })).not.toHaveProperty('key')
  })

  it('shows neither mark nor correctness of what is never marked', () => {
    const survey = { ...marked, state: 'ungraded' as const, shown: { ...marked.shown, marked: false, maxMark: 0 } }
    expect(reviewOf({ marked: survey, policy: [...reviewPartSchema.options] })).toEqual({
      ...survey.shown,
      feedback: marked.feedback,
    })
  })

  it('sends each thing exactly if the policy lists it', () => {
    const fields: Record<ReviewPart, string[]> = {
      correctness: ['state', 'parts'],
      marks: ['fraction', 'mark'],
      feedback: ['feedback'],
      key: ['key'],
    }
    fc.assert(
      fc.property(fc.subarray([...reviewPartSchema.options]), (policy) => {
        const review = reviewOf({ marked, policy })
        expect(reviewItemSchema.parse(review)).toEqual(review)
        const sent = Object.keys(review).filter((name) => !(name in marked.shown))
        expect(sent.sort()).toEqual(policy.flatMap((part) => fields[part]).sort())
      }),
    )
  })
})
