import { createHash } from 'node:crypto'
import { type Locale, localeSchema, pickText } from '@lectern/content-schemas'
import type { ChannelMessage, RegisteredNotificationKind } from '@lectern/kernel'
import { groupItems } from '../domain/groupItems.ts'
import type { ClaimedDelivery } from './claimDue.ts'
import { writeText } from './writeText.ts'

/** A message and the deliveries that it settles. `message` null: there is nothing that could be said any more. */
export type Outgoing = { rows: [ClaimedDelivery, ...ClaimedDelivery[]]; message: ChannelMessage | null }

/** One message for each delivery, and one for each learner's digest. */
export function toMessages({
  rows,
  kinds,
  channel,
  siteUrl,
}: {
  rows: ClaimedDelivery[]
  kinds: Map<string, RegisteredNotificationKind>
  channel: string
  siteUrl: string
}): Outgoing[] {
  const parcels = new Map<string, [ClaimedDelivery, ...ClaimedDelivery[]]>()
  for (const row of rows) {
    const key = row.mode === 'now' ? row.id : `${row.learner_id} ${row.mode}`
    const known = parcels.get(key)
    if (known) known.push(row)
    else parcels.set(key, [row])
  }
  return [...parcels.values()].map((parcel) => ({ rows: parcel, message: toMessage({ parcel, kinds, channel, siteUrl }) }))
}

function toMessage({
  parcel,
  kinds,
  channel,
  siteUrl,
}: {
  parcel: [ClaimedDelivery, ...ClaimedDelivery[]]
  kinds: Map<string, RegisteredNotificationKind>
  channel: string
  siteUrl: string
}): ChannelMessage | null {
  const [first] = parcel
  const locale: Locale = localeSchema.catch('en').parse(first.locale)
  const groups = groupItems(parcel.map((row) => ({ ...row, id: row.notification_id, groupKey: row.group_key, read: false })))
  const items = groups.flatMap(({ newest, ids }) => {
    const text = writeText({ kinds, row: newest, locale, count: ids.length, channel })
    if (!text) return []
    const kindLabel = pickText({ text: kinds.get(newest.kind)?.kind.label, locale })
    return [{ kind: newest.kind, kindLabel, text, createdAt: newest.created_at.toISOString() }]
  })
  if (items.length === 0) return null
  return {
    id: idOf({ parcel, channel }),
    recipient: { id: first.learner_id, name: first.name ?? '', email: first.email, locale },
    siteUrl,
    digest: first.mode === 'now' ? null : first.mode,
    items,
  }
}

/** The same deliveries make the same id, so that a message which is sent again is known to be the same one. */
function idOf({ parcel, channel }: { parcel: ClaimedDelivery[]; channel: string }): string {
  const ids = parcel.map(({ notification_id }) => notification_id).sort()
  return createHash('sha256')
    .update([channel, ...ids].join(' '))
    .digest('hex')
    .slice(0, 40)
}
