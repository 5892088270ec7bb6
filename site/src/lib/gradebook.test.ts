import { describe, expect, it } from 'vitest'
import { type AttemptResult, toGradebook } from './gradebook.ts'

function attempt(given: Partial<AttemptResult> & Pick<AttemptResult, 'attempt'>): AttemptResult {
  return {
    test: 'clouds',
    testTitle: 'Clouds',
    courseSlug: 'weather',
    courseTitle: 'The weather',
    lessonPath: null,
    submittedAt: '2026-03-01T10:00:00.000Z',
    mark: 5,
    maxMark: 10,
    percent: 50,
    passed: false,
    ...given,
  }
}

describe('the gradebook of a learner', () => {
  it('is empty without results', () => {
    expect(toGradebook([])).toEqual([])
  })

  it('counts the best attempt of a test, and the earlier of equal ones', () => {
    const first = attempt({ attempt: 'first', percent: 80, passed: true })
    const second = attempt({ attempt: 'second', percent: 80, passed: true, submittedAt: '2026-03-02T10:00:00.000Z' })
    const third = attempt({ attempt: 'third', percent: 20, submittedAt: '2026-03-03T10:00:00.000Z' })
    const [course] = toGradebook([second, third, first])
    expect(course?.tests.map(({ best, attempts }) => [best.attempt, attempts.map((one) => one.attempt)])).toEqual([
      ['first', ['third', 'second', 'first']],
    ])
  })

  it('prefers a known result to one that is withheld', () => {
    const known = attempt({ attempt: 'known', percent: 0 })
    const withheld = attempt({ attempt: 'withheld', mark: null, percent: null, passed: null })
    expect(toGradebook([withheld, known])[0]?.tests[0]?.best.attempt).toBe('known')
  })

  it('puts first what was worked on last, and counts what can be passed', () => {
    const old = attempt({ attempt: 'a', courseSlug: 'tides', courseTitle: 'Tides', test: 'moon', passed: true })
    const survey = attempt({ attempt: 'b', test: 'survey', maxMark: 0, percent: 0, submittedAt: '2026-04-01T10:00:00.000Z' })
    const hidden = attempt({ attempt: 'c', test: 'hidden', mark: null, percent: null, passed: null })
    const failed = attempt({ attempt: 'd', test: 'wind' })
    expect(
      toGradebook([old, hidden, survey, failed]).map(({ title, tests, passed, judged }) => [title, tests.length, passed, judged]),
    ).toEqual([
      ['The weather', 3, 0, 1],
      ['Tides', 1, 1, 1],
    ])
  })
})
