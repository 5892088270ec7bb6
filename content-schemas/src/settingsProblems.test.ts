import { describe, expect, it } from 'vitest'
import { testSettingsSchema } from './attempt.ts'
import { bandProblems, settingsProblems } from './settingsProblems.ts'

describe('settingsProblems', () => {
  it('finds none in the usual rules', () => {
    expect(settingsProblems(testSettingsSchema.parse({}))).toEqual([])
  })

  it.each([
    ['closesAt', 'CLOSES_BEFORE_OPENS', { opensAt: '2030-01-02T00:00:00.000Z', closesAt: '2030-01-01T00:00:00.000Z' }],
    ['closesAt', 'CLOSES_BEFORE_OPENS', { opensAt: '2030-01-02T00:00:00.000Z', closesAt: '2030-01-02T00:00:00Z' }],
    ['closesAt', 'CLOSES_BEFORE_OPENS', { opensAt: new Date(2), closesAt: new Date(1) }],
    ['maxAttempts', 'NOT_WHOLE', { maxAttempts: 2.5 }],
    ['timeLimitSeconds', 'NOT_WHOLE', { timeLimitSeconds: 60.1 }],
    ['questionsPerPage', 'NOT_WHOLE', { questionsPerPage: 1.5 }],
    ['tries', 'NOT_WHOLE', { tries: 1.5 }],
    ['passPercent', 'PASS_PERCENT_RANGE', { passPercent: 101 }],
    ['passPercent', 'PASS_PERCENT_RANGE', { passPercent: -1 }],
    ['passPercent', 'PASS_PERCENT_RANGE', { passPercent: Number.NaN }],
    ['tries', 'NOT_POSSIBLE', { tries: 0 }],
    ['maxAttempts', 'NOT_POSSIBLE', { maxAttempts: -1 }],
    ['counts', 'NOT_POSSIBLE', { counts: 'worst' }],
    ['overdue', 'GRACE_WITHOUT_LIMIT', { overdue: 'grace', graceSeconds: 60 }],
    ['graceSeconds', 'GRACE_EMPTY', { overdue: 'grace', graceSeconds: 0, timeLimitSeconds: 60 }],
    ['delaySeconds', 'DELAY_WITHOUT_SECOND', { maxAttempts: 1, delaySeconds: 60 }],
    ['timeLimitSeconds', 'PRACTICE_WITHOUT_LIMITS', { kind: 'practice', timeLimitSeconds: 60 }],
    ['accessCode', 'PRACTICE_WITHOUT_LIMITS', { kind: 'practice', accessCode: 'x' }],
    ['navigation', 'PRACTICE_WITHOUT_LIMITS', { kind: 'practice', navigation: 'sequential' }],
    ['negativeMarking', 'CERTAINTY_WITHOUT_LOSS', { behaviour: 'certainty', negativeMarking: false }],
  ])('says of %s that it is %s', (path, code, settings) => {
    expect(settingsProblems(settings)).toEqual([{ path, code }])
  })

  it('lets an opening stand alone, and a closing', () => {
    expect(settingsProblems({ opensAt: '2030-01-01T00:00:00.000Z', closesAt: null })).toEqual([])
    expect(settingsProblems({ closesAt: '2030-01-01T00:00:00.000Z' })).toEqual([])
  })

  it('finds bands of feedback that begin at the same percentage', () => {
    expect(bandProblems([{ fromPercent: 0 }, { fromPercent: 50 }, { fromPercent: 50 }])).toEqual([
      { path: 'overallFeedback.2.fromPercent', code: 'BANDS_EQUAL' },
    ])
  })
})
