import { testSettingsSchema } from '@lectern/content-schemas'
import { describe, expect, it } from 'vitest'
import { startRefusal } from './startRefusal.ts'

const settings = testSettingsSchema.parse({})
const now = '2030-01-10T12:00:00.000Z'
const earlier = (submittedAt: string | null) => [{ submittedAt }]

describe('startRefusal', () => {
  it('has nothing against an attempt where no rule speaks', () => {
    expect(startRefusal({ settings, attempts: [], now })).toBeNull()
    expect(startRefusal({ settings, attempts: earlier(now), now })).toBeNull()
  })

  it.each([
    ['a second before it opens', '2030-01-10T12:00:01.000Z', null, 'TEST_NOT_OPEN_YET'],
    ['at the moment it opens', now, null, undefined],
    ['a second before it closes', null, '2030-01-10T12:00:01.000Z', undefined],
    ['at the moment it closes', null, now, 'TEST_CLOSED'],
  ])('looks at the clock: %s', (_, opensAt, closesAt, code) => {
    expect(startRefusal({ settings: { ...settings, opensAt, closesAt }, attempts: [], now })?.code).toBe(code)
  })

  it('says when the test opens', () => {
    const opensAt = '2030-02-01T00:00:00.000Z'
    expect(startRefusal({ settings: { ...settings, opensAt }, attempts: [], now })?.availableAt).toBe(opensAt)
  })

  it('counts the attempts', () => {
    const one = { ...settings, maxAttempts: 1 }
    expect(startRefusal({ settings: one, attempts: [], now })).toBeNull()
    expect(startRefusal({ settings: one, attempts: earlier(now), now })).toEqual({ code: 'ATTEMPTS_USED_UP', availableAt: null })
  })

  it('keeps the pause after the latest attempt, and says until when', () => {
    const paused = { ...settings, delaySeconds: 60 }
    const attempts = [...earlier('2030-01-10T11:59:01.000Z'), ...earlier('2030-01-10T09:00:00.000Z')]
    expect(startRefusal({ settings: paused, attempts, now })).toEqual({
      code: 'ATTEMPT_TOO_SOON',
      availableAt: '2030-01-10T12:00:01.000Z',
    })
    expect(startRefusal({ settings: paused, attempts: earlier('2030-01-10T11:59:00.000Z'), now })).toBeNull()
  })

  it('promises nothing when the test closes before the pause is over', () => {
    const paused = { ...settings, delaySeconds: 600, closesAt: '2030-01-10T12:05:00.000Z' }
    expect(startRefusal({ settings: paused, attempts: earlier(now), now })).toEqual({
      code: 'ATTEMPT_TOO_SOON',
      availableAt: null,
    })
  })
})
