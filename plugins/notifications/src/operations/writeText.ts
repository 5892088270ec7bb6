import type { Locale } from '@lectern/content-schemas'
import type { NotificationText, RegisteredNotificationKind } from '@lectern/kernel'

/** The words of a stored notification, or null when its kind is not installed or cannot read what was stored. */
export function writeText({
  kinds,
  row,
  locale,
  count,
  channel,
}: {
  kinds: Map<string, RegisteredNotificationKind>
  row: { kind: string; data: unknown }
  locale: Locale
  count: number
  channel: string
}): NotificationText | null {
  const kind = kinds.get(row.kind)?.kind
  const data = kind?.data.safeParse(row.data)
  return kind && data?.success ? kind.write({ data: data.data, locale, count, channel }) : null
}
