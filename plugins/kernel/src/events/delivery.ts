import { eventCatalogue, isEventName } from '@lectern/content-schemas'
import { z } from 'zod'
import { newId } from '../ids.ts'
import { type EventHandler, registriesOf, type StoredEvent } from '../registries.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { inTransaction } from '../transaction.ts'
import { withTimeout } from './withTimeout.ts'

/**
 * What came of a delivery. `done`: the effect is committed. `known`: it was before. `paused`: someone paused the handler. `unknown`: this
 * version of the platform does not have the handler for this event.
 */
export type DeliveryOutcome = 'done' | 'known' | 'paused' | 'unknown'

/**
 * Delivers one event to one handler. The receipt is written in the transaction of the effect, so a delivery that is
 * repeated (crash after commit, two workers, a replay) has its effect once. Throws what the handler throws, or that it took too
 * long; nothing of it is committed then.
 */
export async function deliverEvent({
  req,
  event,
  handler: code,
}: {
  req: OperationRequest
  event: string
  handler: string
}): Promise<DeliveryOutcome> {
  const handler = registriesOf(req.payload).eventHandlers.find((each) => each.code === code)
  if (!handler) return 'unknown'
  return inTransaction({ payload: req.payload }, async (inner) => {
    const claim = await claimDelivery({ req: inner, event, handler })
    if (claim.name !== handler.event) return 'unknown'
    if (claim.paused) return 'paused'
    if (!claim.fresh) return 'known'
    await handle({ req: inner, handler, event: toStoredEvent({ id: event, ...claim }) })
    if (claim.failed) await resolveFailure({ req: inner, event, handler: code })
    return 'done'
  })
}

const claimSchema = z.object({
  name: z.string(),
  data: z.unknown(),
  occurred_at: z.date(),
  paused: z.boolean(),
  fresh: z.boolean(),
  failed: z.boolean(),
})

/**
 * Reads the event and writes the receipt in one statement. No receipt is written while the handler is paused.
 */
async function claimDelivery({
  req,
  event,
  handler,
}: {
  req: OperationRequest
  event: string
  handler: EventHandler
}): Promise<z.infer<typeof claimSchema>> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'kernel.claimDelivery',
    text: `with found as materialized (
             select e."id", e."name", e."data", e."occurred_at",
                    exists (select 1 from "event_handlers" where "handler" = $2 and "paused") as paused,
                    exists (select 1 from "event_failures" where "handler" = $2 and "event" = $3::text and "state" <> 'resolved') as failed,
                    set_config('statement_timeout', $4, true)
             from "events" e where e."id" = $3::uuid
           ), receipt as (
             insert into "event_receipts" ("id", "handler", "event")
             select $1::uuid, $2, $3::text from found where found."name" = $5 and not found."paused"
             on conflict ("handler", "event") do nothing returning "id"
           )
           select "name", "data", "occurred_at", "paused", "failed", exists (select 1 from receipt) as fresh from found`,
    values: [newId(), handler.code, event, String(Math.ceil(handler.policy.timeoutSeconds * 1000)), handler.event],
  })
  if (!rows[0]) throw new Error(`There is no event ${event}.`)
  return claimSchema.parse(rows[0])
}

/**
 * The handler has a request of its own: should it go on after its time is over, that request has a transaction that is not open any
 * more, and nothing can be written by it.
 */
async function handle({ req, handler, event }: { req: OperationRequest; handler: EventHandler; event: StoredEvent }) {
  const { payload, transactionID } = req
  if (transactionID === undefined) throw new Error('A delivery needs a transaction.')
  const seconds = handler.policy.timeoutSeconds
  await withTimeout({
    seconds,
    message: `${handler.code} did not end within ${seconds} seconds.`,
    work: (signal) => handler.handle({ req: { payload, transactionID }, event, signal }),
  })
}

async function resolveFailure({ req, event, handler }: { req: OperationRequest; event: string; handler: string }): Promise<void> {
  const sql = await sqlOf(req)
  await sql.rows({
    text: `update "event_failures" set "state" = 'resolved', "updated_at" = now() where "handler" = $1 and "event" = $2`,
    values: [handler, event],
  })
}

function toStoredEvent({
  id,
  name,
  data,
  occurred_at,
}: {
  id: string
  name: string
  data: unknown
  occurred_at: Date
}): StoredEvent {
  if (!isEventName(name)) throw new Error(`The event catalogue has no ${name}.`)
  const parsed = eventCatalogue[name].data.parse(data)
  // Name and data belong together by the two lines above; TypeScript cannot follow the pairing.
  return { id, name, data: parsed, occurredAt: occurred_at.toISOString() } as StoredEvent
}
