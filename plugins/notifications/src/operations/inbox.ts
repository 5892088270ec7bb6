import type { Inbox, InboxItem, Locale } from '@lectern/content-schemas'
import { type OperationRequest, registriesOf, sqlOf } from '@lectern/kernel'
import { inApp } from '../channels/inApp.ts'
import { groupItems } from '../domain/groupItems.ts'
import { pokeChannel } from '../live/pokes.ts'
import { writeText } from './writeText.ts'

/** More unread than this are not counted one by one: “99+”. */
export const countedUnread = 100
const pageSize = 30

export type InboxRow = {
  id: string
  learner_id: string
  kind: string
  data: unknown
  group_key: string | null
  created_at: Date
  read: boolean
}

/** One page of a learner's inbox, newest first. `before` is the `next` of the page before it. */
export async function readInbox({
  req,
  learner,
  locale,
  before,
}: {
  req: OperationRequest
  learner: string
  locale: Locale
  before: string | null
}): Promise<Inbox> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<InboxRow>({
    name: 'notifications.inbox',
    text: `select n."id", n."learner_id", n."kind", c."data", c."group_key", n."created_at", n."read_at" is not null as read
           from "notifications" n join "notification_contents" c on c."id" = n."content_id"
           where n."learner_id" = $1 and n."in_app" and ($2::uuid is null or n."id" < $2)
           order by n."id" desc limit ${pageSize + 1}`,
    values: [learner, before],
  })
  const page = rows.slice(0, pageSize)
  const unread = await countUnread({ req, learners: [learner] })
  return {
    items: toItems({ req, rows: page, locale }),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
    unread: unread.get(learner) ?? 0,
  }
}

/** Rows, newest first, as a reader sees them. One whose kind is not installed any more is left out. */
export function toItems({ req, rows, locale }: { req: OperationRequest; rows: InboxRow[]; locale: Locale }): InboxItem[] {
  const { notificationKinds } = registriesOf(req.payload)
  const grouped = groupItems(rows.map((row) => ({ ...row, groupKey: row.group_key })))
  return grouped.flatMap(({ newest, ids }) => {
    const text = writeText({ kinds: notificationKinds, row: newest, locale, count: ids.length, channel: inApp })
    if (!text) return []
    return [
      {
        id: newest.id,
        ids,
        kind: newest.kind,
        title: text.title,
        body: text.body,
        action: text.action,
        count: ids.length,
        read: newest.read,
        createdAt: newest.created_at.toISOString(),
      },
    ]
  })
}

/** Unread notifications of each learner who has any, at most `countedUnread`. */
export async function countUnread({
  req,
  learners,
}: {
  req: OperationRequest
  learners: string[]
}): Promise<Map<string, number>> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ learner: string; unread: number }>({
    name: 'notifications.unread',
    text: `select l."learner", u."unread" from unnest($1::uuid[]) as l("learner"), lateral (
             select count(*)::int as unread from (
               select 1 from "notifications" n where n."learner_id" = l."learner" and n."in_app" and n."read_at" is null limit ${countedUnread}
             ) as counted
           ) as u`,
    values: [learners],
  })
  return new Map(rows.map(({ learner, unread }) => [learner, unread]))
}

/** Marks notifications of the learner as read: the given ones, or all up to and including one. Others' are left alone. */
export async function markRead({
  req,
  learner,
  which,
}: {
  req: OperationRequest
  learner: string
  which: { ids: string[] } | { upTo: string }
}): Promise<{ unread: number }> {
  const sql = await sqlOf(req)
  const given = 'ids' in which
  await sql.rows({
    name: `notifications.markRead ${given ? 'ids' : 'upTo'}`,
    text: `with changed as (
             update "notifications" set "read_at" = now(), "updated_at" = now()
             where "learner_id" = $1 and "in_app" and "read_at" is null and ${given ? '"id" = any($2::uuid[])' : '"id" <= $2::uuid'}
             returning 1
           )
           select pg_notify('${pokeChannel}', $1::text) from changed limit 1`,
    values: [learner, given ? which.ids : which.upTo],
  })
  return { unread: (await countUnread({ req, learners: [learner] })).get(learner) ?? 0 }
}
