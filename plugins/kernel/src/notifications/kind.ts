import type { EventData, EventName, Locale, LocalizedText } from '@lectern/content-schemas'
import type { z } from 'zod'
import type { OperationRequest } from '../request.ts'

/** When a channel carries a kind: at once, collected once a day or once a week, or not at all. */
export const notificationModes = ['now', 'daily', 'weekly', 'off'] as const
export type NotificationMode = (typeof notificationModes)[number]

/** What a person reads, in one language. `path` is a page of the site without its language, such as `courses/x/`. */
export type NotificationText = {
  title: string
  /** One or two sentences; may be empty. Plain text: a channel escapes it for its own format. */
  body: string
  action: { label: string; path: string } | null
}

/**
 * Who is told. `query` is a statement from code whose rows have one column `learner` (uuid); its parameters begin at `$1`.
 * It is run inside the statement that writes the notifications, so that fifty thousand cost one round trip.
 */
export type Recipients = { learners: string[] } | { query: string; values: unknown[] }

/**
 * One thing that people are to be told. Per kind and learner a `fact` is told once, however often it comes. `data` belongs to the
 * fact and is stored once, whoever is told: what differs from learner to learner is a fact of each.
 */
export type NotificationFact<Data> = {
  fact: string
  recipients: Recipients
  data: Data
  /** Who did it; they are not told of it. */
  actor?: string
  /** Runs in the same transaction with the number of people who were told now. */
  after?: (outcome: { req: OperationRequest; told: number }) => Promise<void>
}

export type NotificationKind<Data> = {
  /** `<plugin>.<what happened>`, such as `learning.course-completed`. Stored, so never renamed. */
  code: string
  /** In the list of preferences. */
  label: LocalizedText
  data: z.ZodType<Data>
  /** Channel → mode for those who chose nothing. A channel that is not named is off. */
  defaults: Record<string, NotificationMode>
  /** Unread ones of the kind with the same key are shown as one, with their count; null: each for itself. */
  groupKey?: (data: Data) => string | null
  /**
   * The words. `count` is how many of a group these are; `data` is that of the newest. A channel that needs other words finds
   * its code in `channel`.
   */
  write: (input: { data: Data; locale: Locale; count: number; channel: string }) => NotificationText
}

export type AnyNotificationKind = NotificationKind<unknown>

/** An event and what it makes people be told. `read` runs in the transaction of the delivery; an empty list tells nobody. */
export type NotificationSource<Data> = {
  [Name in EventName]: {
    event: Name
    read: (input: {
      req: OperationRequest
      event: { id: string; data: EventData<Name>; occurredAt: string }
    }) => Promise<NotificationFact<Data>[]>
  }
}[EventName]

/** A kind with its sources, ready for `registry.notificationKinds.add`. */
export type RegisteredNotificationKind = { kind: AnyNotificationKind; sources: NotificationSource<unknown>[] }

/**
 * Declares a kind of notification. `sources` are the events that bring it; a kind without one is told by `notify` of the
 * notifications plugin.
 */
export function defineNotificationKind<Data>({
  sources = [],
  ...kind
}: NotificationKind<Data> & { sources?: NotificationSource<Data>[] }): RegisteredNotificationKind {
  return {
    // What is stored is parsed with the kind's own schema before `groupKey` and `write` see it, which is what makes
    // forgetting the type of the data sound.
    kind: kind as unknown as AnyNotificationKind,
    sources,
  }
}
