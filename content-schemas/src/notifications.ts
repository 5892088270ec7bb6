import { z } from 'zod'
import { timeZoneSchema } from './timeZone.ts'

/** One line of the inbox. `path` is a page of the site without its language. `ids` are all of a group, the newest first. */
export const inboxItemSchema = z.object({
  id: z.uuid(),
  ids: z.array(z.uuid()),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  action: z.object({ label: z.string(), path: z.string() }).nullable(),
  count: z.int(),
  read: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type InboxItem = z.infer<typeof inboxItemSchema>

/** GET /api/learn/notifications. `unread` counts to 100 and no further. `next` is what `before` of the next page is, or null. */
export const inboxSchema = z.object({ items: z.array(inboxItemSchema), next: z.uuid().nullable(), unread: z.int() })
export type Inbox = z.infer<typeof inboxSchema>

/** GET: `before` is the `next` of the page before. */
export const inboxInputSchema = z.object({ before: z.uuid().nullable().default(null), locale: z.string().optional() })

/** POST /api/learn/notifications/read */
export const markReadInputSchema = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }),
  z.strictObject({ upTo: z.uuid() }),
])
export const unreadSchema = z.object({ unread: z.int() })

/** Data of the `notification` event of GET /api/learn/notifications/stream; its id is that of the notification. */
export const liveNotificationSchema = z.object({ item: inboxItemSchema, unread: z.int() })
export type LiveNotification = z.infer<typeof liveNotificationSchema>

/** When a channel carries a kind: at once, once a day, once a week, or not. The inbox knows `now` and `off` only. */
export const notificationModeSchema = z.enum(['now', 'daily', 'weekly', 'off'])

const minuteOfDay = z.int().min(0).max(1439)
/** Minutes of the learner's own day; from 22:00 to 07:00 is `{ from: 1320, to: 420 }`. */
export const quietHoursSchema = z.strictObject({ from: minuteOfDay, to: minuteOfDay })

/** GET /api/learn/notifications/preferences. Labels are in the language of the answer. */
export const notificationPreferencesSchema = z.object({
  channels: z.array(
    z.object({
      channel: z.string(),
      label: z.string(),
      modes: z.array(notificationModeSchema),
      /** Why nothing arrives there, although it is chosen: the address that does not take mails any more. */
      unreachable: z.string().nullable(),
    }),
  ),
  kinds: z.array(z.object({ kind: z.string(), label: z.string(), modes: z.record(z.string(), notificationModeSchema) })),
  quietHours: quietHoursSchema.nullable(),
  timeZone: z.string().nullable(),
})
export type NotificationPreferences = z.infer<typeof notificationPreferencesSchema>

/** PUT /api/learn/notifications/preferences: what is left out stays. */
export const changePreferencesInputSchema = z.strictObject({
  modes: z
    .array(z.strictObject({ kind: z.string().max(200), channel: z.string().max(100), mode: notificationModeSchema }))
    .max(500)
    .default([]),
  quietHours: quietHoursSchema.nullable().optional(),
  timeZone: timeZoneSchema.optional(),
})
export type ChangePreferencesInput = z.infer<typeof changePreferencesInputSchema>

/** POST /api/learn/notifications/push: what a browser's PushSubscription says of itself. */
export const pushSubscriptionInputSchema = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(2000),
  keys: z.object({ p256dh: z.base64url().min(80).max(100), auth: z.base64url().min(16).max(50) }),
})
export type PushSubscriptionInput = z.infer<typeof pushSubscriptionInputSchema>
