import {
  addJob,
  kernelErrors,
  type NotificationFact,
  notificationModes,
  type OperationRequest,
  type Recipients,
  registriesOf,
  sqlOf,
} from '@lectern/kernel'
import { inApp } from '../channels/inApp.ts'
import { dueAt } from '../domain/dueAt.ts'
import { sendDueJob } from '../jobs.ts'
import { everyone, maxPoked, pokeChannel } from '../live/pokes.ts'
import { sqlNewId } from '../sqlNewId.ts'

/**
 * Tells people of one fact, on the channels and at the times they chose: writes the inbox and the deliveries, wakes the
 * streams and the sender, all in the transaction of `req`. Per learner and kind a fact is told once; telling it again changes
 * nothing. Three statements, however many people. Answers how many were told now.
 *
 * Throws when `req` has no transaction, when the kind is not installed, or when the data does not fit it: bugs of the caller.
 */
export async function notify({
  req,
  kind: code,
  fact,
}: {
  req: OperationRequest
  kind: string
  fact: NotificationFact<unknown>
}): Promise<number> {
  if (!(await req.transactionID)) throw new Error(`The notification ${code} must be told inside a transaction.`)
  const registries = registriesOf(req.payload)
  const kind = registries.notificationKinds.get(code)?.kind
  if (!kind) throw kernelErrors.notFound(`notification kind ${code}`)
  const data = kind.data.parse(fact.data)
  const recipients = toQuery(fact.recipients)
  const channels = [
    { code: inApp, quietly: false },
    ...[...registries.notificationChannels.values()].map((channel) => ({
      code: channel.code,
      quietly: channel.obeysQuietHours,
    })),
  ].map((channel) => ({ ...channel, mode: kind.defaults[channel.code] ?? 'off' }))
  const timings = await readTimings({ req, recipients })

  const first = recipients.values.length
  const at = (position: number) => `$${first + position}`
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ told: number; due: string[] | null }>({
    text: `with recipients as (
             select distinct r."learner" from (${recipients.query}) as r("learner") where r."learner" is distinct from ${at(5)}::uuid
           ), wanted as (
             select r."learner", c."channel", c."quietly", coalesce(p."mode", c."mode") as mode
             from recipients r
             cross join unnest(${at(6)}::text[], ${at(7)}::text[], ${at(8)}::boolean[]) as c("channel", "mode", "quietly")
             left join "notification_preferences" p
               on p."learner_id" = r."learner" and p."kind" = ${at(1)} and p."channel" = c."channel"
           ), content as (
             insert into "notification_contents" ("id", "kind", "fact", "data", "group_key")
             select ${sqlNewId}, ${at(1)}::text, ${at(2)}::text, ${at(3)}::jsonb, ${at(4)}::text where exists (select 1 from recipients)
             on conflict ("kind", "fact") do update set "kind" = excluded."kind"
             returning "id"
           ), created as (
             insert into "notifications" ("id", "learner_id", "kind", "fact", "content_id", "in_app")
             select ${sqlNewId}, w."learner", ${at(1)}::text, ${at(2)}::text, content."id", w."mode" <> 'off'
             from wanted w, content where w."channel" = '${inApp}'
             on conflict ("learner_id", "kind", "fact") do nothing
             returning "id", "learner_id", "in_app"
           ), deliveries as (
             insert into "notification_deliveries" ("id", "notification_id", "learner_id", "channel", "mode", "state", "due_at", "attempts")
             select ${sqlNewId}, n."id", n."learner_id", w."channel", w."mode", 'waiting', t."due", 0
             from created n
             join wanted w on w."learner" = n."learner_id" and w."channel" <> '${inApp}' and w."mode" <> 'off'
             join "users" u on u."id" = n."learner_id"
             left join "notification_settings" s on s."learner_id" = n."learner_id"
             join jsonb_to_recordset(${at(9)}::jsonb)
               as t("zone" text, "quiet_from" int, "quiet_to" int, "mode" text, "quietly" boolean, "due" timestamptz)
               on t."mode" = w."mode" and t."quietly" = w."quietly" and t."zone" is not distinct from u."time_zone"
               and t."quiet_from" is not distinct from s."quiet_from" and t."quiet_to" is not distinct from s."quiet_to"
             returning "channel", "due_at"
           ), poked as (
             select pg_notify('${pokeChannel}', case when count(*) > ${maxPoked} then '${everyone}' else string_agg("learner_id"::text, ',') end)
             from created where "in_app" having count(*) > 0
           )
           select (select count(*)::int from created) as told, (select count(*) from poked) as poked,
                  (select array_agg(distinct "channel") from deliveries where "due_at" <= now()) as due`,
    values: [
      ...recipients.values,
      code,
      fact.fact,
      JSON.stringify(data),
      kind.groupKey?.(data) ?? null,
      fact.actor ?? null,
      channels.map((channel) => channel.code),
      channels.map(({ mode }) => mode),
      channels.map(({ quietly }) => quietly),
      JSON.stringify(timings),
    ],
  })
  for (const channel of rows[0]?.due ?? []) await addJob({ req, name: sendDueJob, payload: { channel, mode: 'now' } })
  return rows[0]?.told ?? 0
}

function toQuery(recipients: Recipients): { query: string; values: unknown[] } {
  if ('query' in recipients) return recipients
  return { query: 'select unnest($1::uuid[])', values: [recipients.learners] }
}

type Timing = {
  zone: string | null
  quiet_from: number | null
  quiet_to: number | null
  mode: string
  quietly: boolean
  due: string
}

/** When each mode is due, for every time zone and quiet hours that the recipients have: few, however many people. */
async function readTimings({
  req,
  recipients,
}: {
  req: OperationRequest
  recipients: { query: string; values: unknown[] }
}): Promise<Timing[]> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ zone: string | null; quiet_from: string | null; quiet_to: string | null; now: Date }>({
    text: `select distinct u."time_zone" as zone, s."quiet_from", s."quiet_to", now() as now
           from (${recipients.query}) as r("learner")
           join "users" u on u."id" = r."learner"
           left join "notification_settings" s on s."learner_id" = u."id"`,
    values: recipients.values,
  })
  const sending = notificationModes.filter((mode) => mode !== 'off')
  return rows.flatMap(({ zone, quiet_from, quiet_to, now }) =>
    sending.flatMap((mode) =>
      [true, false].map((quietly) => {
        const hours = quiet_from === null || quiet_to === null ? null : { from: Number(quiet_from), to: Number(quiet_to) }
        const due = dueAt({ now: now.toISOString(), mode, timeZone: zone, quiet: quietly ? hours : null })
        return { zone, quiet_from: numberOf(quiet_from), quiet_to: numberOf(quiet_to), mode, quietly, due }
      }),
    ),
  )
}

function numberOf(stored: string | null): number | null {
  return stored === null ? null : Number(stored)
}
