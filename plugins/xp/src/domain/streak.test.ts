import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, localDay } from './localDay.ts'
import { type ActiveDay, extendStreak, noStreak, streakNow, streakOf } from './streak.ts'

const policy = { every: 7, most: 2 }
const none = { every: 0, most: 0 }
const on = (day: string, timeZone = 'UTC'): ActiveDay => ({ day, at: `${day}T12:00:00.000Z`, timeZone })
const row = (from: string, count: number): ActiveDay[] =>
  Array.from({ length: count }, (_, days) => on(addDays({ day: from, days })))

describe('a streak', () => {
  it('grows by a day for each day in a row', () => {
    expect(streakOf({ days: row('2026-01-01', 5), policy })).toMatchObject({ days: 5, longest: 5, freezes: 0 })
  })
  it('begins anew after a missed day', () => {
    expect(streakOf({ days: [...row('2026-01-01', 3), on('2026-01-05')], policy })).toMatchObject({ days: 1, longest: 3 })
  })
  it('outlives a missed day with a freeze, which is used up', () => {
    expect(streakOf({ days: [...row('2026-01-01', 7), on('2026-01-09')], policy })).toMatchObject({ days: 8, freezes: 0 })
  })
  it('keeps no more freezes than the policy says', () => {
    expect(streakOf({ days: row('2026-01-01', 70), policy }).freezes).toBe(2)
  })
  it('is over at the moment at which more days were missed than there are freezes, and not before', () => {
    const streak = streakOf({ days: row('2026-01-01', 7), policy })
    const at = (day: string) => streakNow({ streak, at: `${day}T23:59:59.000Z`, timeZone: 'UTC' }).days
    expect([at('2026-01-07'), at('2026-01-08'), at('2026-01-09'), at('2026-01-10')]).toEqual([7, 7, 7, 0])
  })
  it('survives a flight over the date line', () => {
    const home = { day: '2026-03-01', at: '2026-03-02T06:00:00.000Z', timeZone: 'Pacific/Honolulu' }
    const next = { at: '2026-03-03T01:00:00.000Z', timeZone: 'Pacific/Auckland', day: '2026-03-03' }
    const streak = extendStreak({ streak: noStreak, next: home, policy: none })
    expect(extendStreak({ streak, next, policy: none }).days).toBe(2)
  })
})

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
]
const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays({ day: '1990-01-01', days }))
const dayNumbers = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 })

describe('in every case', () => {
  it('the order in which days become known does not matter', () => {
    fc.assert(
      fc.property(dayNumbers, fc.func(fc.integer()), (numbers, weight) => {
        const days = numbers.map((number) => on(addDays({ day: '2026-01-01', days: number })))
        const shuffled = days.toSorted((left, right) => weight(left.day) - weight(right.day))
        expect(streakOf({ days: shuffled, policy })).toEqual(streakOf({ days, policy }))
      }),
    )
  })

  it('a streak is never longer than the days it has, and never below 1 after a day', () => {
    fc.assert(
      fc.property(
        dayNumbers.filter(({ length }) => length > 0),
        (numbers) => {
          const { days, longest, freezes } = streakOf({
            days: numbers.map((n) => on(addDays({ day: '2026-01-01', days: n }))),
            policy,
          })
          expect(days).toBeGreaterThanOrEqual(1)
          expect(longest).toBeGreaterThanOrEqual(days)
          expect(longest).toBeLessThanOrEqual(numbers.length)
          expect(freezes).toBeLessThanOrEqual(policy.most)
        },
      ),
    )
  })

  it('someone who is active at the same hour every day keeps the streak through every change of the clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones.slice(0, 6)),
        fc.integer({ min: 0, max: 365 }),
        fc.integer({ min: 0, max: 23 }),
        (timeZone, start, hour) => {
          // Every 24 hours exactly: over a change of the clocks the local hour moves, the date must not be skipped or doubled.
          const times = Array.from({ length: 40 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + start + n, hour, 30)).toISOString())
          const days = times.map((at) => ({ at, timeZone, day: localDay({ at, timeZone }) }))
          const distinct = new Set(days.map(({ day }) => day)).size
          // At midnight a change of the clocks can put two such times on one date, and leave one out: that is one missed day at most.
          expect(distinct).toBeGreaterThanOrEqual(39)
          expect(streakOf({ days, policy: { every: 1, most: 1 } }).days).toBe(distinct)
        },
      ),
    )
  })

  it('moments of one local day have one date, and the next midnight has the next', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('2000-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (timeZone, moment) => {
          const at = moment.toISOString()
          const day = localDay({ at, timeZone })
          const dayLater = localDay({ at: new Date(moment.getTime() + 86_400_000).toISOString(), timeZone })
          // Samoa left out 30 December 2011 altogether: then a day later is two dates on.
          expect([0, 1, 2]).toContain(daysBetween({ from: day, to: dayLater }))
          expect(day).toMatch(/^\d{4}-\d\d-\d\d$/)
        },
      ),
    )
  })

  it('adding days and counting them agree', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(daysBetween({ from: day, to: addDays({ day, days }) })).toBe(days)
      }),
    )
  })
})
