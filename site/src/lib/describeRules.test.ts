import { behaviourNames, testSettingsSchema } from '@lectern/content-schemas'
import { describe, expect, it } from 'vitest'
import { en } from '../i18n/en.ts'
import { describeRules } from './describeRules.ts'

const rulesOf = (settings: unknown) =>
  describeRules({ settings: testSettingsSchema.parse(settings), locale: 'en', words: en.attempt })

describe('describeRules', () => {
  it('says nothing of a test with the usual rules', () => {
    expect(rulesOf({})).toEqual([])
  })

  it('has a sentence for each rule that matters', () => {
    const rules = rulesOf({
      delaySeconds: 90,
      overdue: 'grace',
      graceSeconds: 30,
      navigation: 'sequential',
      behaviour: 'interactive',
      tries: 2,
      penaltyPercent: 25,
      negativeMarking: false,
    })
    expect(rules).toEqual([
      'Between two attempts there has to be a pause of 2 minutes.',
      'When the time is over, answers are taken for another 30 seconds.',
      'You go forward only: a page that you have left cannot be changed.',
      'You have 2 tries at each question. Each further one takes 25 % off its mark.',
      'A wrong answer costs nothing.',
    ])
  })

  it('says for each behaviour what a check or an answer costs', () => {
    const sentences = behaviourNames.map((behaviour) => rulesOf({ behaviour, penaltyPercent: 25 }).join(' '))
    expect(new Set(sentences).size).toBe(behaviourNames.length)
    expect(rulesOf({ behaviour: 'adaptive', penaltyPercent: 25 })).toEqual([
      'You may check each question as often as you like. Every try but the first takes 25 % off; the best counts.',
    ])
  })
})
