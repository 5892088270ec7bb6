import { type ChangePreferencesInput, type Locale, type NotificationPreferences, pickText } from '@lectern/content-schemas'
import { inTransaction, newId, type OperationRequest, registriesOf, sqlOf } from '@lectern/kernel'
import { inApp } from '../channels/inApp.ts'
import { notificationErrors } from '../errors.ts'
import { everyKind } from '../unsubscribeToken.ts'

const inAppLabel = { en: 'On the site', ru: 'На сайте', ar: 'على الموقع' }

/** The learner's choices, with the defaults where they chose nothing. */
export async function readPreferences({
  req,
  learner,
  locale,
}: {
  req: OperationRequest
  learner: string
  locale: Locale
}): Promise<NotificationPreferences> {
  const { notificationKinds, notificationChannels } = registriesOf(req.payload)
  const sql = await sqlOf(req)
  const rows = await sql.rows<{
    chosen: { kind: string; channel: string; mode: string }[]
    gone: { channel: string; address: string }[]
    email: string
    time_zone: string | null
    quiet_from: string | null
    quiet_to: string | null
  }>({
    name: 'notifications.readPreferences',
    text: `select u."email", u."time_zone", s."quiet_from", s."quiet_to",
             array(select jsonb_build_object('kind', p."kind", 'channel', p."channel", 'mode', p."mode")
                   from "notification_preferences" p where p."learner_id" = u."id") as chosen,
             array(select jsonb_build_object('channel', x."channel", 'address', x."address")
                   from "notification_channel_states" x where x."learner_id" = u."id") as gone
           from "users" u left join "notification_settings" s on s."learner_id" = u."id" where u."id" = $1`,
    values: [learner],
  })
  const row = rows[0]
  if (!row) throw new Error('A signed-in learner has a row.')
  const chosen = new Map(row.chosen.map(({ kind, channel, mode }) => [`${kind} ${channel}`, mode]))
  const gone = new Map(row.gone.map(({ channel, address }) => [channel, address]))
  const channels = [
    { channel: inApp, label: pickText({ text: inAppLabel, locale }), modes: ['now' as const, 'off' as const], unreachable: null },
    ...[...notificationChannels.values()].map((channel) => ({
      channel: channel.code,
      label: pickText({ text: channel.label, locale }),
      modes: ['now' as const, 'daily' as const, 'weekly' as const, 'off' as const],
      unreachable: stillGone({
        gone: gone.get(channel.code),
        address: channel.addressOf?.({ id: learner, name: '', email: row.email, locale }),
      }),
    })),
  ]
  return {
    channels,
    kinds: [...notificationKinds.values()].map(({ kind }) => ({
      kind: kind.code,
      label: pickText({ text: kind.label, locale }),
      modes: Object.fromEntries(
        channels.map(({ channel, modes }) => {
          const wanted = chosen.get(`${kind.code} ${channel}`) ?? kind.defaults[channel]
          return [channel, modes.find((mode) => mode === wanted) ?? 'off']
        }),
      ),
    })),
    quietHours:
      row.quiet_from === null || row.quiet_to === null ? null : { from: Number(row.quiet_from), to: Number(row.quiet_to) },
    timeZone: row.time_zone,
  }
}

/**
 * Stores choices of the learner. What is left out stays. What waits on a channel that is switched off is skipped.
 * Throws UNKNOWN_KIND, UNKNOWN_CHANNEL or MODE_NOT_POSSIBLE, and then changes nothing.
 */
export async function changePreferences({
  req,
  learner,
  change,
}: {
  req: OperationRequest
  learner: string
  change: ChangePreferencesInput
}): Promise<void> {
  const { notificationKinds, notificationChannels } = registriesOf(req.payload)
  for (const { kind, channel, mode } of change.modes) {
    if (!notificationKinds.has(kind)) throw notificationErrors.unknownKind(kind)
    if (channel !== inApp && !notificationChannels.has(channel)) throw notificationErrors.unknownChannel(channel)
    if (channel === inApp && mode !== 'now' && mode !== 'off') throw notificationErrors.modeNotPossible()
  }
  await inTransaction(req, async () => {
    await storeModes({ req, learner, modes: change.modes })
    const sql = await sqlOf(req)
    if (change.quietHours !== undefined) {
      await sql.rows({
        name: 'notifications.storeQuietHours',
        text: `insert into "notification_settings" ("id", "learner_id", "quiet_from", "quiet_to") values ($1, $2, $3, $4)
               on conflict ("learner_id") do update
                 set "quiet_from" = excluded."quiet_from", "quiet_to" = excluded."quiet_to", "updated_at" = now()`,
        values: [newId(), learner, change.quietHours?.from ?? null, change.quietHours?.to ?? null],
      })
    }
    if (change.timeZone !== undefined) {
      await sql.rows({
        name: 'notifications.storeTimeZone',
        text: `update "users" set "time_zone" = $2, "updated_at" = now() where "id" = $1`,
        values: [learner, change.timeZone],
      })
    }
  })
}

/** Switches a kind, or every one, off on a channel: what the link of a mail does. Repeating it changes nothing. */
export async function unsubscribe({
  req,
  learner,
  kind,
  channel,
}: {
  req: OperationRequest
  learner: string
  kind: string
  channel: string
}): Promise<void> {
  const kinds = kind === everyKind ? [...registriesOf(req.payload).notificationKinds.keys()] : [kind]
  await inTransaction(req, () => storeModes({ req, learner, modes: kinds.map((each) => ({ kind: each, channel, mode: 'off' })) }))
}

async function storeModes({
  req,
  learner,
  modes,
}: {
  req: OperationRequest
  learner: string
  modes: { kind: string; channel: string; mode: string }[]
}): Promise<void> {
  if (modes.length === 0) return
  const sql = await sqlOf(req)
  await sql.rows({
    name: 'notifications.storeModes',
    text: `insert into "notification_preferences" ("id", "learner_id", "kind", "channel", "mode")
           select m."id", u."id", m."kind", m."channel", m."mode"
           from jsonb_to_recordset($2::jsonb) as m("id" uuid, "kind" text, "channel" text, "mode" text)
           join "users" u on u."id" = $1
           on conflict ("learner_id", "kind", "channel") do update set "mode" = excluded."mode", "updated_at" = now()`,
    values: [learner, JSON.stringify(modes.map((mode) => ({ id: newId(), ...mode })))],
  })
  await sql.rows({
    name: 'notifications.skipSwitchedOff',
    text: `update "notification_deliveries" d set "state" = 'skipped', "error" = 'Switched off by the learner.', "updated_at" = now()
           from "notifications" n, jsonb_to_recordset($2::jsonb) as m("kind" text, "channel" text, "mode" text)
           where d."learner_id" = $1 and d."state" = 'waiting' and n."id" = d."notification_id"
             and m."mode" = 'off' and m."kind" = n."kind" and m."channel" = d."channel"`,
    values: [learner, JSON.stringify(modes)],
  })
}

function stillGone({ gone, address }: { gone: string | undefined; address: string | undefined }): string | null {
  return gone !== undefined && (address === undefined || address === gone) ? gone : null
}
