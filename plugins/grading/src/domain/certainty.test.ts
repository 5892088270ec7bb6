import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bonusOf, type CertainResponse, summariseCertainty } from './certainty.ts'

const right = (certainty: 1 | 2 | 3, weight = 1): CertainResponse => ({ weight, fraction: 1, certainty })
const wrong = (certainty: 1 | 2 | 3, weight = 1): CertainResponse => ({ weight, fraction: 0, certainty })
const unanswered: CertainResponse = { weight: 1, fraction: null, certainty: null }

describe('bonusOf', () => {
  it.each([
    [1, 0.5, 0.05],
    [2, 0.9, -0.01],
    [3, 1, 0],
    [0.5, 0.5, 0],
    [-6, 0, -0.6],
  ])('of the average mark %d at the accuracy %d is %d', (averageMark, accuracy, bonus) => {
    expect(bonusOf({ averageMark, accuracy })).toBeCloseTo(bonus, 10)
  })

  it('is nothing for who chose the one level that was best all along', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (accuracy) => {
        const averageMark = Math.max(accuracy, 4 * accuracy - 2, 9 * accuracy - 6)
        expect(bonusOf({ averageMark, accuracy })).toBeCloseTo(0, 10)
      }),
    )
  })
})

describe('summariseCertainty', () => {
  it('gives average, accuracy and bonus, and judges each level', () => {
    const summary = summariseCertainty([right(3), right(2), wrong(2)])
    expect(summary).toMatchObject({ questions: 3, averageMark: 1, answered: null })
    expect(summary?.accuracy).toBeCloseTo(2 / 3, 10)
    expect(summary?.bonus).toBeCloseTo(0.1 * (1 - 2 / 3), 10)
    expect(summary?.levels).toEqual([
      { certainty: 1, questions: 0, accuracy: null, verdict: null },
      { certainty: 2, questions: 2, accuracy: 0.5, verdict: 'slightlyOverconfident' },
      { certainty: 3, questions: 1, accuracy: 1, verdict: 'fitting' },
    ])
  })

  it('counts what was not answered as nothing, and says how the rest went', () => {
    expect(summariseCertainty([right(3), unanswered])).toMatchObject({
      questions: 2,
      accuracy: 0.5,
      averageMark: 1.5,
      answered: { questions: 1, accuracy: 1, averageMark: 3, bonus: 0 },
    })
  })

  it('weighs questions by their marks', () => {
    expect(summariseCertainty([right(1, 3), wrong(1, 1)])).toMatchObject({ accuracy: 0.75, averageMark: 0.75 })
  })

  it('calls many wrong answers that were sure overconfident, and many right ones that were not underconfident', () => {
    const many = summariseCertainty([...Array.from({ length: 4 }, () => wrong(3)), ...Array.from({ length: 6 }, () => right(1))])
    expect(many?.levels.map(({ verdict }) => verdict)).toEqual(['underconfident', null, 'overconfident'])
  })

  it('says nothing where nothing could be earned', () => {
    expect(summariseCertainty([])).toBeNull()
    expect(summariseCertainty([{ ...right(3), weight: 0 }])).toBeNull()
  })
})
