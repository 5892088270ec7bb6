import { testSettingsSchema } from '@lectern/content-schemas'
import { describe, expect, it } from 'vitest'
import { reviewPolicyAt } from './reviewPolicyAt.ts'

const settings = testSettingsSchema.parse({
  closesAt: '2030-01-10T13:00:00.000Z',
  reviewDuring: ['feedback'],
  reviewAfterSubmit: ['correctness'],
  reviewLater: ['marks'],
  reviewAfterClose: ['key'],
})
const submittedAt = '2030-01-10T12:00:00.000Z'

describe('reviewPolicyAt', () => {
  it.each([
    ['while the attempt runs', null, '2030-01-10T12:00:00.000Z', 'feedback'],
    ['right after submission', submittedAt, submittedAt, 'correctness'],
    ['just before two minutes are over', submittedAt, '2030-01-10T12:01:59.999Z', 'correctness'],
    ['two minutes after it', submittedAt, '2030-01-10T12:02:00.000Z', 'marks'],
    ['just before the test closes', submittedAt, '2030-01-10T12:59:59.999Z', 'marks'],
    ['at the moment it closes', submittedAt, '2030-01-10T13:00:00.000Z', 'key'],
    ['at its closing, handed in just then', '2030-01-10T13:00:00.000Z', '2030-01-10T13:00:00.000Z', 'key'],
  ])('%s', (_, ended, now, part) => {
    expect(reviewPolicyAt({ settings, submittedAt: ended, now })).toEqual([part])
  })

  it('never comes to the closing of a test that does not close', () => {
    const now = '2040-01-01T00:00:00.000Z'
    expect(reviewPolicyAt({ settings: { ...settings, closesAt: null }, submittedAt, now })).toEqual(['marks'])
  })
})

describe('stored settings', () => {
  it('of before there were moments show later what they show after submission', () => {
    expect(testSettingsSchema.parse({ reviewAfterSubmit: ['marks'] })).toMatchObject({
      reviewAfterSubmit: ['marks'],
      reviewLater: ['marks'],
      reviewAfterClose: ['marks'],
    })
  })

  it('keep what they say of each moment', () => {
    const said = { reviewAfterSubmit: [], reviewLater: ['marks'], reviewAfterClose: ['key'] }
    expect(testSettingsSchema.parse(said)).toMatchObject(said)
  })
})
