import { type EventData, type EventName, eventCatalogue } from '@lectern/content-schemas'
import { newId } from '../ids.ts'
import { registriesOf } from '../registries.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { addDeliveries, deliveryColumns, toDeliveryJob } from './deliveryJobs.ts'

/** One fact. `key` tells it from others of its name: a second event with the same name and key changes nothing. */
export type EventToEmit = { [Name in EventName]: { name: Name; key: string; data: EventData<Name> } }[EventName]

/**
 * Appends one event to the log and adds one job for each of its handlers, in the transaction of `req`: the event and its
 * deliveries exist exactly if the caller commits. Answers the id of the stored event, or null when the fact was known.
 *
 * Throws when `req` has no transaction, or when the data does not fit the catalogue: both are bugs of the caller.
 */
export async function emit({ req, ...event }: { req: OperationRequest } & EventToEmit): Promise<string | null> {
  const [id = null] = await emitAll({ req, events: [event] })
  return id
}

/** Several facts of one transaction in one statement, whatever their number; see `emit`. The answers are in their order. */
export async function emitAll({ req, events }: { req: OperationRequest; events: EventToEmit[] }): Promise<(string | null)[]> {
  if (!(await req.transactionID)) throw new Error(`${namesOf(events)} must be emitted inside a transaction.`)
  if (events.length === 0) return []
  const rows = events.map(({ name, key, data }) => ({ id: newId(), name, key, data: eventCatalogue[name].data.parse(data) }))
  const deliveries = rows.flatMap((event) =>
    registriesOf(req.payload)
      .eventHandlers.filter((handler) => handler.event === event.name)
      .map((handler) => toDeliveryJob({ handler, event })),
  )
  const sql = await sqlOf(req)
  const stored = await sql.rows<{ id: string }>(
    deliveries.length === 0
      ? { name: 'kernel.store', text: `${store} returning "id"`, values: [JSON.stringify(rows)] }
      : { name: 'kernel.emit', text: storeAndDeliver, values: [JSON.stringify(rows), JSON.stringify(deliveries)] },
  )
  const ids = new Set(stored.map(({ id }) => id))
  return rows.map(({ id }) => (ids.has(id) ? id : null))
}

const store = `insert into "events" ("id", "name", "key", "data", "occurred_at")
  select e."id", e."name", e."key", e."data", now()
  from jsonb_to_recordset($1::jsonb) as e("id" uuid, "name" text, "key" text, "data" jsonb)
  on conflict ("name", "key") do nothing`

/** The deliveries of facts that were known are left out by the join. */
const storeAndDeliver = `with stored as (${store} returning "id"),
  jobs as (${addDeliveries({
    source: `select g.* from jsonb_to_recordset($2::jsonb) as g(${deliveryColumns}) join stored on stored."id" = g."event"`,
  })})
  select stored."id", jobs."added" from stored, jobs`

function namesOf(events: EventToEmit[]): string {
  return `The event ${events.map(({ name }) => name).join(', ')}`
}
