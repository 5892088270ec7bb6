import { eventCatalogue, isEventName } from '@lectern/content-schemas'
import { newId } from '../ids.ts'
import { registriesOf, type StoredEvent } from '../registries.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { inTransaction } from '../transaction.ts'

export const deliveryTask = 'deliver-event'

/** Ten tries with the queue's exponential back-off (e^n seconds) spread over about six hours. */
export const maxDeliveryAttempts = 10

/**
 * Delivers one event to one handler. The receipt is written in the transaction of the effect, so a delivery that is
 * repeated (crash after commit, two workers, a replay) has its effect once. Throws what the handler throws.
 */
export async function deliverEvent({
  req,
  event,
  handler,
}: {
  req: OperationRequest
  event: string
  handler: string
}): Promise<void> {
  const registered = registriesOf(req.payload).eventHandlers.find(({ code }) => code === handler)
  if (!registered) throw new Error(`No installed plugin has the event handler ${handler}.`)
  await inTransaction(req, async () => {
    const sql = await sqlOf(req)
    const receipts = await sql.rows<{ id: string }>({
      name: 'kernel.receipt',
      text: `insert into "event_receipts" ("id", "handler", "event") values ($1, $2, $3)
             on conflict ("handler", "event") do nothing returning "id"`,
      values: [newId(), handler, event],
    })
    if (receipts.length === 0) return
    const rows = await sql.rows<{ id: string; name: string; data: unknown; occurred_at: Date }>({
      name: 'kernel.event',
      text: `select "id", "name", "data", "occurred_at" from "events" where "id" = $1`,
      values: [event],
    })
    const row = rows[0]
    if (!row) throw new Error(`There is no event ${event}.`)
    await registered.handle({ req, event: toStoredEvent(row) })
  })
}

function toStoredEvent(row: { id: string; name: string; data: unknown; occurred_at: Date }): StoredEvent {
  const { name } = row
  if (!isEventName(name)) throw new Error(`The event catalogue has no ${name}.`)
  const data = eventCatalogue[name].data.parse(row.data)
  // Name and data belong together by the two lines above; TypeScript cannot follow the pairing.
  return { id: row.id, name, data, occurredAt: row.occurred_at.toISOString() } as StoredEvent
}
