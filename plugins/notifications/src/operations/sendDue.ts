import { addJob, type NotificationChannel, type OperationRequest, registriesOf, type SendResult, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { sendDueJob } from '../jobs.ts'
import { claimDigests, claimSingles } from './claimDue.ts'
import { outagePause, type Settled, settleDeliveries } from './settleDeliveries.ts'
import { type Outgoing, toMessages } from './toMessages.ts'

const inputSchema = z.object({ channel: z.string(), mode: z.enum(['now', 'digest']) })

/** Milliseconds after which a run hands over to the next, so that a worker that is asked to stop can. */
const shift = 20_000

/**
 * Sends what is due on one channel until nothing is. A delivery is claimed before it is sent and settled after: two workers
 * never send the same one, and one whose worker died is sent again with the same id when its claim has run out.
 */
export async function sendDue({
  req,
  payload,
  siteUrl,
}: {
  req: OperationRequest
  payload: unknown
  siteUrl: string
}): Promise<void> {
  const { channel: code, mode } = inputSchema.parse(payload)
  const { notificationChannels, notificationKinds } = registriesOf(req.payload)
  const channel = notificationChannels.get(code)
  // A newer worker, or one that has the plugin, takes care of them.
  if (!channel) return
  const end = performance.now() + shift
  while (performance.now() < end) {
    const rows = await (mode === 'now' ? claimSingles : claimDigests)({ req, channel: code })
    if (rows.length === 0) return
    const outgoing = toMessages({ rows, kinds: notificationKinds, channel: code, siteUrl })
    const settled = await sendAll({ req, channel, outgoing })
    await settleDeliveries({ req, channel: code, settled })
    if (settled.some(({ result }) => result.outcome === 'unavailable')) {
      return wake({ req, channel: code, mode, delaySeconds: outagePause })
    }
  }
  await wake({ req, channel: code, mode, delaySeconds: 0 })
}

/** Adds a job for each channel and mode that has something due: quiet hours that ended, digests, second tries. */
export async function sweep({ req }: { req: OperationRequest }): Promise<void> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ channel: string; digest: boolean }>({
    name: 'notifications.sweep',
    text: `select distinct "channel", "mode" <> 'now' as digest from "notification_deliveries"
           where "state" in ('waiting', 'sending') and "due_at" <= now()`,
  })
  for (const { channel, digest } of rows) await wake({ req, channel, mode: digest ? 'digest' : 'now', delaySeconds: 0 })
}

async function wake({
  req,
  channel,
  mode,
  delaySeconds,
}: {
  req: OperationRequest
  channel: string
  mode: 'now' | 'digest'
  delaySeconds: number
}): Promise<void> {
  const queue = mode === 'digest' ? { queue: `${sendDueJob} ${channel}` } : {}
  await addJob({
    req,
    name: sendDueJob,
    payload: { channel, mode },
    jobKey: `${sendDueJob} ${channel} ${mode}`,
    delaySeconds,
    ...queue,
  })
}

/** A few at a time. Once the channel turns out to be down, the rest of the batch is not tried. */
async function sendAll({
  req,
  channel,
  outgoing,
}: {
  req: OperationRequest
  channel: NotificationChannel
  outgoing: Outgoing[]
}): Promise<Settled[]> {
  const settled: Settled[] = []
  const waiting = outgoing.values()
  let outage: SendResult | null = null
  const lane = async () => {
    for (const each of waiting) {
      const result: SendResult = outage ?? (await sendOne({ req, channel, outgoing: each }))
      if (result.outcome === 'unavailable') outage = result
      settled.push({ deliveries: each.rows, learner: each.rows[0].learner_id, result })
    }
  }
  await Promise.all(Array.from({ length: channel.concurrency }, lane))
  return settled
}

async function sendOne({
  req,
  channel,
  outgoing: { rows, message },
}: {
  req: OperationRequest
  channel: NotificationChannel
  outgoing: Outgoing
}): Promise<SendResult> {
  if (!message) return { outcome: 'skipped', reason: 'The kind of notification is not installed any more.' }
  const { gone_address } = rows[0]
  const address = channel.addressOf?.(message.recipient) ?? gone_address
  if (gone_address !== null && gone_address === address) {
    return { outcome: 'skipped', reason: `The channel is switched off for ${gone_address}.` }
  }
  try {
    return await channel.send({ req, message })
  } catch (error) {
    req.payload.logger.error({ err: error, msg: `The notification channel ${channel.code} failed` })
    return { outcome: 'retry', reason: error instanceof Error ? error.message : String(error) }
  }
}
