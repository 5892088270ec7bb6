import { type EventData, type EventName, eventCatalogue } from '@lectern/content-schemas'
import { newId } from '../ids.ts'
import { registriesOf } from '../registries.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { deliveryTask, maxDeliveryAttempts } from './delivery.ts'

/**
 * Appends one event to the log and adds one job for each of its handlers, in the transaction of `req`: the event and its
 * deliveries exist exactly if the caller commits. A second event with the same name and `key` is the same fact and
 * changes nothing. Answers the id of the stored event, or null when the fact was known.
 *
 * Throws when `req` has no transaction, or when `data` does not fit the catalogue: both are bugs of the caller.
 */
export async function emit<Name extends EventName>({
  req,
  name,
  key,
  data,
}: {
  req: OperationRequest
  name: Name
  key: string
  data: EventData<Name>
}): Promise<string | null> {
  if (!(await req.transactionID)) throw new Error(`The event ${name} must be emitted inside a transaction.`)
  const parsed = eventCatalogue[name].parse(data)
  const handlers = registriesOf(req.payload).eventHandlers.filter(({ event }) => event === name)
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ id: string }>({
    name: 'kernel.emit',
    text: `with stored as (
             insert into "events" ("id", "name", "key", "data", "occurred_at")
             values ($1, $2, $3, $4, now())
             on conflict ("name", "key") do nothing
             returning "id"
           ), jobs as (
             select graphile_worker.add_job(
                      '${deliveryTask}',
                      json_build_object('event', stored."id", 'handler', handler.code),
                      max_attempts := ${maxDeliveryAttempts}
                    ) as job
             from stored, unnest($5::text[]) as handler(code)
           )
           select "id", (select count(*) from jobs) as jobs from stored`,
    values: [newId(), name, key, JSON.stringify(parsed), handlers.map(({ code }) => code)],
  })
  return rows[0]?.id ?? null
}
