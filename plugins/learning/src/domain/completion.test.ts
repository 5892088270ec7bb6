import type { CompletionRule } from '@lectern/content-schemas'
import { describe, expect, it } from 'vitest'
import { explainCompletion, isCompleted, type LessonFacts } from './completion.ts'

const nothing: LessonFacts = { viewed: false, done: false, tests: {} }
const passed: CompletionRule = { kind: 'testPassed', test: 'post', percent: 60 }
const viewedAndPassed: CompletionRule = { kind: 'allOf', of: [{ kind: 'viewed' }, passed] }
const doneOrPassed: CompletionRule = { kind: 'anyOf', of: [{ kind: 'done' }, passed] }

describe('isCompleted', () => {
  it.each<[string, CompletionRule, LessonFacts, boolean]>([
    ['opening fulfils "viewed"', { kind: 'viewed' }, { ...nothing, viewed: true }, true],
    ['opening does not fulfil "done"', { kind: 'done' }, { ...nothing, viewed: true }, false],
    ['exactly the percentage is enough', passed, { ...nothing, tests: { post: 60 } }, true],
    ['just below it is not', passed, { ...nothing, tests: { post: 59.99 } }, false],
    ['another test does not count', passed, { ...nothing, tests: { pre: 100 } }, false],
    ['0 % asks for an attempt all the same', { ...passed, percent: 0 }, nothing, false],
    ['"all of" needs every part', viewedAndPassed, { ...nothing, viewed: true }, false],
    ['"all of" with every part', viewedAndPassed, { ...nothing, viewed: true, tests: { post: 80 } }, true],
    ['"any of" needs one part', doneOrPassed, { ...nothing, done: true }, true],
    ['"any of" with none', doneOrPassed, { ...nothing, viewed: true }, false],
  ])('%s', (_, rule, facts, expected) => {
    expect(isCompleted({ rule, facts })).toBe(expected)
  })
})

describe('explainCompletion', () => {
  const testTitle = () => 'Quiz'

  it('says a combined rule in one sentence', () => {
    expect(explainCompletion({ rule: viewedAndPassed, locale: 'en', testTitle })).toBe(
      'open the lesson and reach at least 60% in “Quiz”',
    )
  })

  it('speaks Russian', () => {
    expect(explainCompletion({ rule: doneOrPassed, locale: 'ru', testTitle })).toBe(
      'отметьте его выполненным или наберите не меньше 60 % в тесте «Quiz»',
    )
  })
})
