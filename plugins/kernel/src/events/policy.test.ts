import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultPolicy, laneOf, policyProblem, retryDelay } from './policy.ts'

describe('retryDelay', () => {
  it('grows by the factor up to the longest pause, and ends', () => {
    const retry = { attempts: 5, firstSeconds: 2, factor: 3, longestSeconds: 20 }
    expect([1, 2, 3, 4, 5].map((attempt) => retryDelay({ retry, attempt }))).toEqual([2, 6, 18, 20, null])
  })

  it('gives up by default after about five and a half hours', () => {
    const { retry } = defaultPolicy
    const pauses = Array.from({ length: retry.attempts }, (_, index) => retryDelay({ retry, attempt: index + 1 }) ?? 0)
    expect(pauses.reduce((sum, pause) => sum + pause) / 3600).toBeCloseTo(5.47, 1)
  })
})

describe('laneOf', () => {
  it('gives one key one lane, and many keys few lanes', () => {
    const seen = new Map<string, string>()
    fc.assert(
      fc.property(fc.string(), (key) => {
        const lane = laneOf({ handler: 'a.b', key })
        const before = seen.get(key) ?? lane
        seen.set(key, lane)
        return before === lane
      }),
    )
    expect(new Set(seen.values()).size).toBeLessThanOrEqual(8)
  })

  it('spreads learners over the lanes', () => {
    const lanes = Array.from({ length: 800 }, (_, index) => laneOf({ handler: 'a.b', key: `019f${index}-b` }))
    const counts = [...new Set(lanes)].map((lane) => lanes.filter((each) => each === lane).length)
    expect(Math.max(...counts)).toBeLessThan(200)
  })
})

describe('policyProblem', () => {
  it.each([
    ['no plugin in its code', { code: 'greet' }],
    ['no concurrency', { concurrency: 0 }],
    ['a timeout longer than a transaction may take', { timeoutSeconds: 1000 }],
    ['pauses that shrink', { retry: { ...defaultPolicy.retry, factor: 0.5 } }],
    ['no attempt', { retry: { ...defaultPolicy.retry, attempts: 0 } }],
  ])('refuses %s', (_, { code = 'a.b', ...change }: { code?: string } & Record<string, unknown>) => {
    expect(policyProblem({ code, policy: { ...defaultPolicy, ...change } })).toEqual(expect.any(String))
  })

  it('takes the default', () => {
    expect(policyProblem({ code: 'notifications.send-mail', policy: defaultPolicy })).toBeNull()
  })
})
