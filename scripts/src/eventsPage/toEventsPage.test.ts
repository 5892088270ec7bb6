import { eventFamilies } from '@lectern/content-schemas'
import { defineEvent } from '@lectern/content-schemas/events/defineEvent'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { toEventsPage } from './toEventsPage.ts'

describe('toEventsPage', () => {
  it('writes meaning, key and every field with its type', () => {
    const parted = defineEvent({
      says: 'Someone left.',
      key: 'guest',
      data: { guest: z.uuid().describe('who left'), bags: z.array(z.int()), until: z.iso.datetime().nullable() },
    })
    expect(toEventsPage({ families: { guests: { 'guest.parted@1': parted } } })).toContain(
      [
        '## Guests',
        '',
        '### guest.parted@1',
        '',
        'Someone left. Key: guest.',
        '',
        '| field | type | meaning |',
        '| --- | --- | --- |',
        '| `guest` | uuid | who left |',
        '| `bags` | list of integer |  |',
        '| `until` | date-time or null |  |',
      ].join('\n'),
    )
  })

  it('can describe each event of the catalogue', () => {
    expect(toEventsPage({ families: eventFamilies })).not.toContain('anything')
  })
})
