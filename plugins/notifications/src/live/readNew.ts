import type { InboxItem, Locale } from '@lectern/content-schemas'
import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { countUnread, type InboxRow, toItems } from '../operations/inbox.ts'

/**
 * Milliseconds. A row gets its id before its transaction commits, so one with an older id may appear after one with a newer;
 * looking back this far finds it. What was sent already is not sent again.
 */
const overlap = 15_000
/** Of one learner at once; whoever has missed more sees the rest in the inbox. */
const maxNew = 20

/** From where on a listener looks whose last notification was this one. */
export function startOfOverlap(lastEventId: string): string {
  return firstIdOf(Number.parseInt(lastEventId.replaceAll('-', '').slice(0, 12), 16) - overlap)
}

/** From where on a listener looks that shows none yet: only what comes now is news. By the clock that makes the ids. */
export async function startOfNews({ req }: { req: OperationRequest }): Promise<string> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ now: Date }>({ name: 'notifications.now', text: 'select now() as now' })
  return firstIdOf(rows[0]?.now.getTime() ?? 0)
}

/** The smallest UUID v7 of a moment (milliseconds since 1970). */
function firstIdOf(moment: number): string {
  const hex = Math.max(moment, 0).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

type Reader = { learner: string; locale: Locale; cursor: string }

/** What is new for each reader, oldest first, and how many unread notifications each learner has. */
export async function newSince<Each extends Reader>({
  req,
  listeners,
}: {
  req: OperationRequest
  listeners: Each[]
}): Promise<{ arrived: Map<Each, InboxItem[]>; unread: Map<string, number> }> {
  if (listeners.length === 0) return { arrived: new Map(), unread: new Map() }
  const learners = [...new Set(listeners.map(({ learner }) => learner))]
  const sql = await sqlOf(req)
  const rows = await sql.rows<InboxRow>({
    name: 'notifications.newSince',
    text: `select n."id", n."learner_id", n."kind", c."data", c."group_key", n."created_at", false as read
           from unnest($1::uuid[], $2::uuid[]) as l("learner", "cursor"), lateral (
             select * from "notifications" n
             where n."learner_id" = l."learner" and n."in_app" and n."read_at" is null and n."id" > l."cursor"
             order by n."id" desc limit ${maxNew}
           ) as n join "notification_contents" c on c."id" = n."content_id"
           order by n."id"`,
    values: [learners, learners.map((learner) => oldestCursor({ listeners, learner }))],
  })
  const unread = await countUnread({ req, learners })
  const arrived = new Map(
    listeners.map((listener) => {
      const own = rows.filter(({ learner_id, id }) => learner_id === listener.learner && id > listener.cursor)
      return [listener, own.flatMap((row) => toItems({ req, rows: [row], locale: listener.locale }))]
    }),
  )
  return { arrived, unread }
}

/** Of these sessions, those that are over. */
export async function endedSessions({ req, sessions }: { req: OperationRequest; sessions: string[] }): Promise<Set<string>> {
  if (sessions.length === 0) return new Set()
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ id: string }>({
    name: 'notifications.liveSessions',
    text: `select "id" from "users_sessions" where "id" = any($1) and "expires_at" > now()`,
    values: [sessions],
  })
  const alive = new Set(rows.map(({ id }) => id))
  return new Set(sessions.filter((session) => !alive.has(session)))
}

function oldestCursor({ listeners, learner }: { listeners: Reader[]; learner: string }): string {
  const [oldest = ''] = listeners
    .filter((listener) => listener.learner === learner)
    .map(({ cursor }) => cursor)
    .sort()
  return oldest
}
