import type { ChangePreferencesInput, Inbox, InboxItem, NotificationPreferences } from '@lectern/content-schemas'
import { type ApiResult, request } from '@lectern/kernel/site/api'
import { boolean, type Check, list, nullable, number, object, oneOf, record, string } from '@lectern/kernel/site/check'

const itemCheck: Check<InboxItem> = object<InboxItem>({
  id: string,
  ids: list(string),
  kind: string,
  title: string,
  body: string,
  action: nullable(object<NonNullable<InboxItem['action']>>({ label: string, path: string })),
  count: number,
  read: boolean,
  createdAt: string,
})
const inboxCheck: Check<Inbox> = object<Inbox>({ items: list(itemCheck), next: nullable(string), unread: number })

const modeCheck = oneOf('now', 'daily', 'weekly', 'off')
const preferencesCheck: Check<NotificationPreferences> = object<NotificationPreferences>({
  channels: list(
    object<NotificationPreferences['channels'][number]>({
      channel: string,
      label: string,
      modes: list(modeCheck),
      unreachable: nullable(string),
    }),
  ),
  kinds: list(object<NotificationPreferences['kinds'][number]>({ kind: string, label: string, modes: record(modeCheck) })),
  quietHours: nullable(object<NonNullable<NotificationPreferences['quietHours']>>({ from: number, to: number })),
  timeZone: nullable(string),
})

export function getInbox(before: string | null): Promise<ApiResult<Inbox>> {
  return request({ path: `notifications${before ? `?before=${before}` : ''}`, check: inboxCheck })
}

export function markRead(which: { ids: string[] } | { upTo: string }): Promise<ApiResult<{ unread: number }>> {
  return request({
    path: 'notifications/read',
    method: 'POST',
    body: which,
    check: object<{ unread: number }>({ unread: number }),
    keepalive: true,
  })
}

export function getPreferences(): Promise<ApiResult<NotificationPreferences>> {
  return request({ path: 'notifications/preferences', check: preferencesCheck })
}

export function changePreferences(change: Partial<ChangePreferencesInput>): Promise<ApiResult<NotificationPreferences>> {
  return request({ path: 'notifications/preferences', method: 'PUT', body: change, check: preferencesCheck })
}
