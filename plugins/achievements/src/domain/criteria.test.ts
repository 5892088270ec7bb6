import type { EventData } from '@lectern/content-schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInCriteria } from './builtInCriteria.ts'
import { type Criterion, type Fact, isMet } from './criterion.ts'

const id = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const learner = id(1)
const course = id(2)
const other = id(3)
const kinds = new Map(builtInCriteria.map((kind) => [kind.code, kind]))

function criterion(code: string, args: Record<string, unknown>): Criterion {
  const parsed = kinds.get(code)?.parse(args, kinds)
  if (!parsed?.ok) throw new Error(`${code} does not take ${JSON.stringify(args)}: ${parsed?.error.message}`)
  return parsed.value
}

const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day, 12)).toISOString()
const lesson = (n: number, day = 0, where = course): Fact => ({
  name: 'lesson.completed@1',
  at: at(day),
  data: { learner, course: where, lesson: id(100 + n), at: at(day) },
})
const attempt = (change: Partial<EventData<'attempt.graded@1'>>): Fact => ({
  name: 'attempt.graded@1',
  at: at(0),
  data: {
    attempt: id(50),
    learner,
    test: id(60),
    course,
    lesson: null,
    testKey: 'post',
    percent: 50,
    passed: false,
    number: 1,
    mark: 1,
    maxMark: 2,
    fraction: 0.5,
    firstPass: false,
    at: at(0),
    ...change,
  },
})
const regraded = (percent: number): Fact => ({
  name: 'attempt.regraded@1',
  at: at(1),
  data: {
    attempt: id(50),
    learner,
    test: id(60),
    course,
    lesson: null,
    testKey: 'post',
    before: { percent: 0, passed: false },
    after: { percent, passed: true },
    at: at(1),
  },
})

/** The progress after these facts, with the state going through JSON each time as it does in the database. */
function follow(rule: Criterion, facts: Fact[]) {
  let state: unknown = null
  for (const fact of facts) state = JSON.parse(JSON.stringify(rule.step({ state, fact })))
  return rule.progress(state)
}

describe('criteria', () => {
  it('count lessons, of one course where it is named', () => {
    const facts = [lesson(1), lesson(2), lesson(3, 0, other)]
    expect([
      follow(criterion('lessons-completed', { count: 3 }), facts),
      follow(criterion('lessons-completed', { count: 3, course }), facts),
    ]).toEqual([
      { done: 3, of: 3 },
      { done: 2, of: 3 },
    ])
  })

  it('look for a result, which a regrade can give and take', () => {
    const rule = criterion('score-at-least', { percent: 80 })
    const facts = [attempt({ percent: 79 })]
    expect([facts, [...facts, regraded(85)], [...facts, regraded(85), regraded(40)]].map((list) => follow(rule, list))).toEqual([
      { done: 79, of: 80 },
      { done: 80, of: 80 },
      { done: 40, of: 80 },
    ])
  })

  it('see a comeback after the gap, not before it, and not in a fact that comes late', () => {
    const rule = criterion('comeback', { days: 7 })
    const met = (days: number[]) =>
      isMet(
        follow(
          rule,
          days.map((day) => lesson(day, day)),
        ),
      )
    expect([met([0]), met([0, 6]), met([0, 7]), met([10, 0]), met([0, 7, 8])]).toEqual([false, false, true, false, true])
  })

  it('do not count help for oneself', () => {
    const accepted = (author: string): Fact => ({
      name: 'comment.accepted@1',
      at: at(0),
      data: { comment: id(70), author, by: learner, course, at: at(0) },
    })
    const rule = criterion('helped-others', { count: 2 })
    expect(follow(rule, [accepted(learner), accepted(other)])).toEqual({ done: 1, of: 2 })
  })

  it('have places where only the first get it, inside a combination too', () => {
    const first = { code: 'first-learners', args: { places: 3, course } }
    const all = criterion('all-of', { of: [first, { code: 'lessons-completed', args: { count: 1 } }] })
    expect([criterion('first-learners', first.args).places, all.places]).toEqual([3, 3])
  })
})

describe('combinations', () => {
  const lessons = (count: number) => ({ code: 'lessons-completed', args: { count } })
  const score = { code: 'score-at-least', args: { percent: 90 } }

  it('keep the states of their parts apart', () => {
    const rule = criterion('all-of', { of: [lessons(2), score] })
    const facts = [lesson(1), lesson(2), attempt({ percent: 90 })]
    expect([1, 2, 3].map((count) => follow(rule, facts.slice(0, count)))).toEqual([
      { done: 0, of: 2 },
      { done: 1, of: 2 },
      { done: 2, of: 2 },
    ])
  })

  it('are met by one part, or by none, as they say', () => {
    const part = { of: [lessons(2), score] }
    const facts = [lesson(1), lesson(2)]
    expect([
      isMet(follow(criterion('any-of', part), facts)),
      isMet(follow(criterion('none-of', part), facts)),
      isMet(follow(criterion('none-of', part), facts.slice(1))),
    ]).toEqual([true, false, true])
  })

  it('refuse a part whose kind is not installed, and rules that nest too deep', () => {
    const nested = (depth: number): Record<string, unknown> => ({
      of: [depth === 0 ? lessons(1) : { code: 'all-of', args: nested(depth - 1) }],
    })
    const parse = (args: unknown) => kinds.get('all-of')?.parse(args, kinds)
    expect([parse({ of: [{ code: 'gone', args: {} }] }), parse(nested(2))?.ok, parse(nested(3))]).toMatchObject([
      { ok: false, error: { code: 'RULE_KIND_UNKNOWN' } },
      true,
      { ok: false, error: { code: 'RULE_TOO_DEEP' } },
    ])
  })

  it('say in words what their parts say', () => {
    const rule = criterion('all-of', { of: [lessons(5), score] })
    expect([rule.explain('en'), rule.explain('ru')]).toEqual([
      'complete 5 lessons and reach at least 90% in a test',
      'пройдите 5 уроков и наберите не меньше 90 % в тесте',
    ])
  })
})

describe('in every case', () => {
  const facts = fc.array(
    fc.oneof(
      fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 400 })).map(([n, day]) => lesson(n, day)),
      fc.record({ percent: fc.nat({ max: 100 }), firstPass: fc.boolean() }).map(attempt),
      fc.nat({ max: 100 }).map(regraded),
    ),
    { maxLength: 30 },
  )
  const rules = fc.constantFrom(
    criterion('lessons-completed', { count: 5 }),
    criterion('tests-passed', { count: 3 }),
    criterion('score-at-least', { percent: 80 }),
    criterion('comeback', { days: 30 }),
    criterion('all-of', {
      of: [
        { code: 'comeback', args: { days: 3 } },
        { code: 'lessons-completed', args: { count: 2 } },
      ],
    }),
    criterion('none-of', { of: [{ code: 'lessons-completed', args: { count: 2 } }] }),
  )

  it('progress stays between nothing and everything', () => {
    fc.assert(
      fc.property(rules, facts, (rule, list) => {
        const { done, of } = follow(rule, list)
        expect(done).toBeGreaterThanOrEqual(0)
        expect(done).toBeLessThanOrEqual(of)
      }),
    )
  })

  it('a state that is none of its own is begun anew and breaks nothing', () => {
    fc.assert(
      fc.property(rules, fc.jsonValue(), facts, (rule, state, [fact = lesson(1)]) => {
        const { of } = rule.progress(rule.step({ state, fact }))
        expect(of).toBeGreaterThan(0)
      }),
    )
  })
})
