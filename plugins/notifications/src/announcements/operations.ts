import { type LocalizedText, localizedTextSchema } from '@lectern/content-schemas'
import { addJob, emit, inTransaction, kernelErrors, type OperationRequest, sqlOf, transition } from '@lectern/kernel'
import { z } from 'zod'
import { notificationErrors } from '../errors.ts'
import { publishAnnouncementJob } from '../jobs.ts'

const table = 'announcements'

export type Announcement = {
  id: string
  state: string
  course: string | null
  author: string | null
  title: LocalizedText
  body: LocalizedText
}

export async function readAnnouncement({ req, id }: { req: OperationRequest; id: string }): Promise<Announcement> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{
    id: string
    state: string
    course_id: string | null
    author_id: string | null
    title: unknown
    body: unknown
  }>({
    name: 'notifications.announcement',
    text: `select a."id", a."state", a."course_id", a."author_id",
                  jsonb_object_agg(l."_locale", l."title") as title, jsonb_object_agg(l."_locale", l."body") as body
           from "announcements" a join "announcements_locales" l on l."_parent_id" = a."id" where a."id" = $1 group by a."id"`,
    values: [id],
  })
  const row = rows[0]
  if (!row) throw kernelErrors.notFound('announcement')
  return {
    id: row.id,
    state: row.state,
    course: row.course_id,
    author: row.author_id,
    title: textOf(row.title),
    body: textOf(row.body),
  }
}

/** Languages in which a text is not written have none. */
function textOf(stored: unknown): LocalizedText {
  const texts = z.record(z.string(), z.string().nullable()).parse(stored)
  return localizedTextSchema.parse(Object.fromEntries(Object.entries(texts).filter(([, text]) => text)))
}

/**
 * Puts an announcement on its way: now, or at its time. Of any number of people who press the button at once, one does it.
 * Throws ANNOUNCEMENT_NOT_A_DRAFT.
 */
export async function scheduleAnnouncement({ req, id }: { req: OperationRequest; id: string }): Promise<void> {
  await inTransaction(req, async () => {
    const winner = await transition({ req, table, id, from: ['draft'], to: 'scheduled' })
    if (!winner) throw notificationErrors.announcementNotADraft()
    await addPublishJob({ req, id })
  })
}

/** Takes a scheduled announcement back to its draft. Throws ANNOUNCEMENT_NOT_SCHEDULED when it has gone out, or never was. */
export async function withdrawAnnouncement({ req, id }: { req: OperationRequest; id: string }): Promise<void> {
  const winner = await transition({ req, table, id, from: ['scheduled'], to: 'draft' })
  if (!winner) throw notificationErrors.announcementNotScheduled()
}

/** Publishes an announcement whose time has come, by the database's clock. One that was withdrawn, or is sent, is left as it is. */
export async function publishAnnouncement({ req, payload }: { req: OperationRequest; payload: unknown }): Promise<void> {
  const { announcement: id } = z.object({ announcement: z.uuid() }).parse(payload)
  await inTransaction(req, async () => {
    const sql = await sqlOf(req)
    const rows = await sql.rows<{ due: boolean; at: Date }>({
      name: 'notifications.announcementDue',
      text: `select coalesce("scheduled_at" <= now(), true) as due, now() as at from "announcements" where "id" = $1 and "state" = 'scheduled' for update`,
      values: [id],
    })
    const row = rows[0]
    if (!row) return
    if (!row.due) return addPublishJob({ req, id })
    const { course, author } = await readAnnouncement({ req, id })
    await transition({ req, table, id, from: ['scheduled'], to: 'sent', set: { sent_at: row.at } })
    if (!author) return
    const at = row.at.toISOString()
    await emit({ req, name: 'announcement.published@1', key: id, data: { announcement: id, course, author, at } })
  })
}

/** Keeps how many people were told, for the author to see. */
export async function countRecipients({ req, id, told }: { req: OperationRequest; id: string; told: number }): Promise<void> {
  const sql = await sqlOf(req)
  await sql.rows({
    name: 'notifications.countRecipients',
    text: `update "announcements" set "recipients" = $2 where "id" = $1`,
    values: [id, told],
  })
}

async function addPublishJob({ req, id }: { req: OperationRequest; id: string }): Promise<void> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ seconds: number }>({
    name: 'notifications.secondsUntil',
    text: `select greatest(0, ceil(extract(epoch from "scheduled_at" - now())))::float as seconds from "announcements" where "id" = $1`,
    values: [id],
  })
  await addJob({
    req,
    name: publishAnnouncementJob,
    payload: { announcement: id },
    jobKey: `${publishAnnouncementJob} ${id}`,
    delaySeconds: rows[0]?.seconds ?? 0,
  })
}
