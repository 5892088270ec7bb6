import { inTransaction, newId, type OperationRequest, type SendResult, sqlOf } from '@lectern/kernel'
import { maxAttempts, retryDelay } from '../domain/retryDelay.ts'

/** What came of the deliveries of one message. */
export type Settled = { deliveries: { id: string; attempts: number }[]; learner: string; result: SendResult }

/** Seconds until a channel that nobody can be reached on is tried again. */
export const outagePause = 60

/**
 * Writes down what came of claimed deliveries, all in one statement. Where an address is gone, the channel is switched off for
 * the learner in the same transaction. During an outage a try does not count.
 */
export async function settleDeliveries({
  req,
  channel,
  settled,
}: {
  req: OperationRequest
  channel: string
  settled: Settled[]
}): Promise<void> {
  const rows = settled.flatMap(({ deliveries, result }) => deliveries.map(({ id, attempts }) => toRow({ id, attempts, result })))
  if (rows.length === 0) return
  await inTransaction(req, async () => {
    const sql = await sqlOf(req)
    await sql.rows({
      name: 'notifications.settle',
      text: `update "notification_deliveries" d set
               "state" = r."state", "error" = r."error", "attempts" = r."attempts", "updated_at" = now(),
               "due_at" = case when r."state" = 'waiting' then now() + make_interval(secs => r."pause") else d."due_at" end,
               "sent_at" = case when r."state" = 'sent' then now() end
             from jsonb_to_recordset($1::jsonb) as r("id" uuid, "state" text, "error" text, "attempts" int, "pause" int)
             where d."id" = r."id" and d."state" = 'sending'`,
      values: [JSON.stringify(rows)],
    })
    for (const { learner, result } of settled) {
      if (result.outcome === 'gone') await switchOff({ req, learner, channel, address: result.address, reason: result.reason })
    }
  })
}

/** A channel does not reach this learner at this address any more. Another address is tried again. */
export async function switchOff({
  req,
  learner,
  channel,
  address,
  reason,
}: {
  req: OperationRequest
  learner: string
  channel: string
  address: string
  reason: string
}): Promise<void> {
  const sql = await sqlOf(req)
  await sql.rows({
    name: 'notifications.switchOff',
    text: `insert into "notification_channel_states" ("id", "learner_id", "channel", "address", "reason")
           values ($1, $2, $3, $4, $5)
           on conflict ("learner_id", "channel") do update
             set "address" = excluded."address", "reason" = excluded."reason", "updated_at" = now()`,
    values: [newId(), learner, channel, address, reason],
  })
}

function toRow({ id, attempts, result }: { id: string; attempts: number; result: SendResult }) {
  const error = result.outcome === 'sent' ? null : result.reason
  if (result.outcome === 'unavailable') return { id, state: 'waiting', error, attempts: attempts - 1, pause: outagePause }
  const again = result.outcome === 'retry' && attempts < maxAttempts
  if (again) return { id, state: 'waiting', error, attempts, pause: retryDelay({ attempts }) }
  const state = result.outcome === 'sent' || result.outcome === 'skipped' ? result.outcome : 'failed'
  return { id, state, error, attempts, pause: 0 }
}
