import { type OperationRequest, sqlOf } from '@lectern/kernel'

/** A delivery that this worker has claimed, with what sending it needs. */
export type ClaimedDelivery = {
  id: string
  mode: 'now' | 'daily' | 'weekly'
  attempts: number
  notification_id: string
  kind: string
  data: unknown
  group_key: string | null
  created_at: Date
  learner_id: string
  name: string | null
  email: string
  locale: string
  gone_address: string | null
}

/** Mails of one claim, and learners of one claim of digests: memory stays flat however many are due. */
const claimSize = 200
const digestSize = 50

/** Seconds for which a claim is good. A worker that is gone by then leaves its deliveries to the others. */
const lease = 300

const due = `d."channel" = $1 and d."state" in ('waiting', 'sending') and d."due_at" <= now()`

const claimed = `
  select c."id", c."mode", c."attempts"::int as attempts, c."notification_id", n."kind", m."data", m."group_key", n."created_at",
         u."id" as learner_id, u."name", u."email", u."locale", x."address" as gone_address
  from claimed c
  join "notifications" n on n."id" = c."notification_id"
  join "notification_contents" m on m."id" = n."content_id"
  join "users" u on u."id" = c."learner_id"
  left join "notification_channel_states" x on x."learner_id" = c."learner_id" and x."channel" = $1
  order by n."id" desc`

const claim = `"state" = 'sending', "attempts" = d."attempts" + 1, "due_at" = now() + interval '${lease} seconds', "updated_at" = now()`

/** Claims deliveries that are due at once on one channel. Two workers never get the same one. */
export async function claimSingles({ req, channel }: { req: OperationRequest; channel: string }): Promise<ClaimedDelivery[]> {
  const sql = await sqlOf(req)
  return sql.rows<ClaimedDelivery>({
    name: 'notifications.claimSingles',
    text: `with picked as materialized (
             select d."id" from "notification_deliveries" d where ${due} and d."mode" = 'now'
             order by d."due_at" limit ${claimSize} for update skip locked
           ), claimed as (
             update "notification_deliveries" d set ${claim} from picked where d."id" = picked."id"
             returning d."id", d."mode", d."attempts", d."notification_id", d."learner_id"
           ) ${claimed}`,
    values: [channel],
  })
}

/** Claims the digests of some learners, each whole. To be run one after the other, so that no digest is cut in two. */
export async function claimDigests({ req, channel }: { req: OperationRequest; channel: string }): Promise<ClaimedDelivery[]> {
  const sql = await sqlOf(req)
  return sql.rows<ClaimedDelivery>({
    name: 'notifications.claimDigests',
    text: `with learners as (
             select distinct d."learner_id" from "notification_deliveries" d where ${due} and d."mode" <> 'now' limit ${digestSize}
           ), claimed as (
             update "notification_deliveries" d set ${claim}
             from learners l where l."learner_id" = d."learner_id" and ${due} and d."mode" <> 'now'
             returning d."id", d."mode", d."attempts", d."notification_id", d."learner_id"
           ) ${claimed}`,
    values: [channel],
  })
}
