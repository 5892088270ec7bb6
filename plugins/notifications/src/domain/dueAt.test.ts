import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { digestHour, dueAt } from './dueAt.ts'

const night = { from: 22 * 60, to: 7 * 60 }
const moments = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
)
const localOf = (moment: string, zone: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(zone)

describe('a message that is due at once', () => {
  it.each([
    ['in the day', '2026-01-15T12:00:00Z', '2026-01-15T12:00:00Z'],
    ['before midnight', '2026-01-15T21:30:00Z', '2026-01-16T06:00:00Z'],
    ['after midnight', '2026-01-15T02:00:00Z', '2026-01-15T06:00:00Z'],
    ['at the end of the quiet hours', '2026-01-15T06:00:00Z', '2026-01-15T06:00:00Z'],
    ['in the night in which clocks go forward', '2026-03-28T23:00:00Z', '2026-03-29T05:00:00Z'],
    ['in the night in which clocks go back', '2026-10-24T22:00:00Z', '2026-10-25T06:00:00Z'],
  ])('%s waits for the end of the quiet hours, if they are, by the person’s clock', (_, now, expected) => {
    expect(dueAt({ now, mode: 'now', timeZone: 'Europe/Berlin', quiet: night })).toBe(expected)
  })

  it('never waits without quiet hours, nor longer than a day with them', () => {
    fc.assert(
      fc.property(
        moments,
        zones,
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 1439 }),
        (now, timeZone, from, to) => {
          expect(dueAt({ now, mode: 'now', timeZone, quiet: null })).toBe(now)
          const wait = Date.parse(dueAt({ now, mode: 'now', timeZone, quiet: { from, to } })) - Date.parse(now)
          expect(wait).toBeGreaterThanOrEqual(0)
          expect(wait).toBeLessThanOrEqual(25 * 3_600_000)
        },
      ),
    )
  })
})

describe('a digest', () => {
  it('comes in the morning of the person’s own day, and within a day and an hour', () => {
    fc.assert(
      fc.property(moments, zones, (now, timeZone) => {
        const due = dueAt({ now, mode: 'daily', timeZone, quiet: null })
        const wait = Date.parse(due) - Date.parse(now)
        expect(localOf(due, timeZone).hour).toBe(digestHour)
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(25 * 3_600_000)
      }),
    )
  })

  it('of a week comes on Monday', () => {
    fc.assert(
      fc.property(moments, zones, (now, timeZone) => {
        expect(localOf(dueAt({ now, mode: 'weekly', timeZone, quiet: null }), timeZone).dayOfWeek).toBe(1)
      }),
    )
  })

  it('waits for the end of quiet hours that reach into the morning', () => {
    const quiet = { from: 22 * 60, to: 10 * 60 }
    expect(dueAt({ now: '2026-01-15T12:00:00Z', mode: 'daily', timeZone: 'UTC', quiet })).toBe('2026-01-16T10:00:00Z')
  })
})

it('takes a zone that is not known for UTC', () => {
  expect(dueAt({ now: '2026-01-15T12:00:00Z', mode: 'daily', timeZone: 'Nowhere/Town', quiet: null })).toBe(
    '2026-01-16T08:00:00Z',
  )
})
