import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateXp, type RuleInForce } from './evaluateXp.ts'
import { builtInKinds } from './rules/builtInKinds.ts'
import type { Earlier, XpEvent } from './xpRule.ts'

const course = '0190a000-0000-7000-8000-000000000001'
const other = '0190a000-0000-7000-8000-000000000002'
const learner = '0190a000-0000-7000-8000-000000000003'
const lesson = '0190a000-0000-7000-8000-000000000004'
const test = '0190a000-0000-7000-8000-000000000005'
const at = '2026-03-01T10:00:00.000Z'

function rule({ code, args, name = code }: { code: string; args: Record<string, unknown>; name?: string }): RuleInForce {
  const parsed = builtInKinds.find((kind) => kind.code === code)?.parse(args, new Map())
  if (!parsed?.ok) throw new Error(`${code} does not take ${JSON.stringify(args)}`)
  return { rule: name, version: 1, code, effect: parsed.value }
}

const completed: XpEvent = { id: 'e1', name: 'lesson.completed@1', at, data: { learner, course, lesson, at } }
const graded = (change: { number?: number | null; percent?: number; passed?: boolean } = {}): XpEvent => ({
  id: 'e2',
  name: 'attempt.graded@1',
  at,
  data: {
    attempt: test,
    learner,
    test,
    course,
    lesson,
    testKey: 'post',
    percent: 100,
    passed: true,
    number: 1,
    mark: 1,
    maxMark: 1,
    fraction: 1,
    firstPass: true,
    at,
    ...change,
  },
})

const evaluate = ({
  event = completed,
  rules,
  today = [],
  known = [],
}: {
  event?: XpEvent
  rules: RuleInForce[]
  today?: Earlier[]
  known?: string[]
}) => evaluateXp({ event, rules, today, known: new Set(known) })

describe('what an event gives', () => {
  it('is a line for each rule that takes it', () => {
    const rules = [
      rule({ code: 'test-passed', args: { points: 20 } }),
      rule({ code: 'first-try', args: { points: 10 } }),
      rule({ code: 'perfect-score', args: { points: 5 } }),
      rule({ code: 'lesson-completed', args: { points: 1 } }),
    ]
    expect(evaluate({ event: graded(), rules }).map(({ code, points, source }) => [code, points, source])).toEqual([
      ['test-passed', 20, `test/${test}`],
      ['first-try', 10, `test/${test}`],
      ['perfect-score', 5, `test/${test}`],
    ])
  })

  it('is nothing for a test that was not passed', () => {
    const rules = ['test-passed', 'first-try', 'perfect-score'].map((code) => rule({ code, args: { points: 5 } }))
    expect(evaluate({ event: graded({ passed: false, percent: 20 }), rules })).toEqual([])
  })

  it.each([[2], [null]])('has no first-try bonus for attempt number %s', (number) => {
    expect(evaluate({ event: graded({ number }), rules: [rule({ code: 'first-try', args: { points: 5 } })] })).toEqual([])
  })

  it('is nothing for what the ledger has already', () => {
    const rules = [rule({ code: 'lesson-completed', args: { points: 10 } })]
    expect(evaluate({ rules, known: [`lesson-completed lesson/${lesson}`] })).toEqual([])
  })

  it('is nothing by a rule of another course', () => {
    expect(evaluate({ rules: [rule({ code: 'lesson-completed', args: { points: 10, course: other } })] })).toEqual([])
  })

  it('grows on each so many days of a streak and is nothing on its first', () => {
    const streak = (days: number): XpEvent => ({
      id: 'e3',
      name: 'streak.extended@1',
      at,
      data: { learner, days, day: '2026-03-01', at },
    })
    const rules = [rule({ code: 'streak-day', args: { points: 5, every: 7, bonus: 20 } })]
    expect([1, 2, 7, 8].map((days) => evaluate({ event: streak(days), rules }).map(({ points }) => points))).toEqual([
      [],
      [5],
      [25],
      [5],
    ])
  })
})

describe('modifiers', () => {
  const lessons = rule({ code: 'lesson-completed', args: { points: 10 } })
  const bonus = rule({
    code: 'bonus-time',
    args: { from: '2026-03-01T00:00:00.000Z', to: '2026-03-02T00:00:00.000Z', factor: 2 },
  })
  const cap = rule({ code: 'daily-cap', args: { points: 15 } })
  const lesser = rule({ code: 'diminishing-returns', args: { after: 2, percent: 50 } })

  it('multiply first and cap last, and say what each did', () => {
    expect(evaluate({ rules: [cap, lessons, bonus] })).toMatchObject([
      {
        base: 10,
        points: 15,
        steps: [
          { code: 'bonus-time', points: 20 },
          { code: 'daily-cap', points: 15 },
        ],
      },
    ])
  })

  it('leave a line of 0 points when the day is full, so that the source is used up', () => {
    expect(evaluate({ rules: [lessons, cap], today: [{ rule: 'x', points: 15, course: null }] })).toMatchObject([
      { base: 10, points: 0 },
    ])
  })

  it('diminish what comes after the first of the same rule', () => {
    const before = (count: number): Earlier[] =>
      Array.from({ length: count }, () => ({ rule: 'lesson-completed', points: 10, course }))
    expect([0, 1, 2, 3].map((count) => evaluate({ rules: [lessons, lesser], today: before(count) })[0]?.points)).toEqual([
      10, 10, 5, 3,
    ])
  })

  it('end with the moment at which their time ends', () => {
    const over = { ...completed, at: '2026-03-02T00:00:00.000Z' }
    expect(evaluate({ event: over, rules: [lessons, bonus] })[0]?.points).toBe(10)
  })

  it('never let a day give more than its cap, whatever came before', () => {
    const earlier = fc.array(fc.record({ rule: fc.constant('r'), points: fc.nat({ max: 15 }), course: fc.constant(null) }))
    fc.assert(
      fc.property(earlier, fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 500 }), (today, points, most) => {
        const before = today.reduce((sum, one) => sum + one.points, 0)
        const rules = [
          rule({ code: 'lesson-completed', args: { points } }),
          rule({ code: 'daily-cap', args: { points: most } }),
          bonus,
        ]
        const given = evaluate({ rules, today })[0]?.points ?? 0
        expect(given).toBeGreaterThanOrEqual(0)
        expect(before + given).toBeLessThanOrEqual(Math.max(before, most))
      }),
    )
  })
})

describe.each(builtInKinds)('$code', (kind) => {
  it('refuses arguments that are none, with a code', () => {
    expect(kind.parse({ points: 'many', nonsense: true }, new Map())).toMatchObject({
      ok: false,
      error: { code: 'RULE_ARGS_INVALID' },
    })
  })
  it('has a name in both languages of the admin', () => {
    expect([kind.label.en, kind.label.ru]).toEqual([expect.any(String), expect.any(String)])
  })
})
