import type { z } from 'zod'
import { attemptEvents } from './attempts.ts'
import { awardEvents } from './awards.ts'
import { communityEvents } from './community.ts'
import { learningEvents } from './learning.ts'
import { messageEvents } from './messages.ts'
import { orderEvents } from './orders.ts'
import { publishingEvents } from './publishing.ts'
import { userEvents } from './users.ts'

/**
 * The domain events by family: past tense, versioned by `@n`. A stored event is never changed and is read for ever: a
 * version may gain fields that have a default, and a new meaning is a new version. Ids are UUIDs, percentages 0–100,
 * fractions 0–1, money an integer in the minor unit.
 */
export const eventFamilies = {
  users: userEvents,
  learning: learningEvents,
  attempts: attemptEvents,
  awards: awardEvents,
  messages: messageEvents,
  community: communityEvents,
  orders: orderEvents,
  publishing: publishingEvents,
} as const

export const eventCatalogue = {
  ...userEvents,
  ...learningEvents,
  ...attemptEvents,
  ...awardEvents,
  ...messageEvents,
  ...communityEvents,
  ...orderEvents,
  ...publishingEvents,
} as const

export type EventName = keyof typeof eventCatalogue
export type EventData<N extends EventName> = z.infer<(typeof eventCatalogue)[N]['data']>

/** Whether this version of the platform knows the event; a newer one may have stored others. */
export function isEventName(name: string): name is EventName {
  return Object.hasOwn(eventCatalogue, name)
}
