import { eventCatalogue } from '@lectern/content-schemas'
import { z } from 'zod'
import { OperationError } from '../errors.ts'
import { type EventHandler, registriesOf } from '../registries.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { inTransaction } from '../transaction.ts'
import { addJob } from './addJob.ts'
import { addDeliveries, deliveryColumns, toDeliveryJob } from './deliveryJobs.ts'
import { recordQueueAction } from './queueActions.ts'

export const replayJob = 'kernel.replay'

/** Which events of the handler's name are meant: from and until when they occurred (ISO, the end not included), and one key only. */
export const replayRangeSchema = z.strictObject({
  handler: z.string(),
  from: z.iso.datetime().nullable().default(null),
  to: z.iso.datetime().nullable().default(null),
  key: z.string().min(1).nullable().default(null),
})
export type ReplayRange = z.infer<typeof replayRangeSchema>

/** `events` in the range, of which `delivered` have a receipt of the handler; a replay delivers the others. */
export type ReplayCount = { events: number; delivered: number }

/** Events that one step of a replay looks at. */
const page = 1000

const inRange = `e."name" = $2 and ($3::timestamptz is null or e."occurred_at" >= $3) and ($4::timestamptz is null or e."occurred_at" < $4)
  and ($5::text is null or e."key" = $5)`
const isDelivered = `exists (select 1 from "event_receipts" r where r."handler" = $1 and r."event" = e."id"::text)`

/** What a replay would do. Throws NOT_FOUND when no plugin has the handler. */
export async function countReplay({ req, range }: { req: OperationRequest; range: ReplayRange }): Promise<ReplayCount> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<ReplayCount>({
    text: `select count(*)::int as events, (count(*) filter (where ${isDelivered}))::int as delivered from "events" e where ${inRange}`,
    values: valuesOf({ handler: handlerOf({ req, range }), range }),
  })
  return rows[0] ?? { events: 0, delivered: 0 }
}

/**
 * Delivers the events of a range to one handler, as if they happened now, those that it has had excepted: a replay that is
 * started twice has its effects once. Works in steps in the queue; answers what it counted at the start. Throws NOT_FOUND.
 */
export async function startReplay({
  req,
  range,
  actor,
}: {
  req: OperationRequest
  range: ReplayRange
  actor?: string
}): Promise<ReplayCount> {
  return inTransaction(req, async () => {
    const counted = await countReplay({ req, range })
    await addJob({ req, name: replayJob, payload: { range, after: null } })
    await recordQueueAction({ req, actor, action: 'replay', handler: range.handler, details: { ...range, ...counted } })
    return counted
  })
}

const stepSchema = z.object({ range: replayRangeSchema, after: z.uuid().nullable() })

/** One step of a replay: adds the deliveries of some events and the next step, in one transaction. */
export async function replayStep({ req, payload }: { req: OperationRequest; payload: unknown }): Promise<void> {
  const { range, after } = stepSchema.parse(payload)
  await inTransaction({ payload: req.payload }, async (inner) => {
    const handler = handlerOf({ req: inner, range })
    const sql = await sqlOf(inner)
    const rows = await sql.rows<{ id: string; data: unknown }>({
      text: `select e."id", e."data" from "events" e
             where ${inRange} and not ${isDelivered} and ($6::uuid is null or e."id" > $6) order by e."id" limit ${page}`,
      values: [...valuesOf({ handler, range }), after],
    })
    const deliveries = rows.map(({ id, data }) =>
      toDeliveryJob({ handler, event: { id, name: handler.event, data: eventCatalogue[handler.event].data.parse(data) } }),
    )
    await sql.rows({
      text: addDeliveries({ source: `select * from jsonb_to_recordset($1::jsonb) as g(${deliveryColumns})` }),
      values: [JSON.stringify(deliveries)],
    })
    const last = rows.at(-1)
    if (rows.length === page && last) await addJob({ req: inner, name: replayJob, payload: { range, after: last.id } })
  })
}

function handlerOf({ req, range }: { req: OperationRequest; range: ReplayRange }): EventHandler {
  const handler = registriesOf(req.payload).eventHandlers.find(({ code }) => code === range.handler)
  if (handler) return handler
  throw new OperationError({ code: 'NOT_FOUND', status: 404, message: 'No installed plugin has this handler.' })
}

function valuesOf({ handler, range }: { handler: EventHandler; range: ReplayRange }): unknown[] {
  return [handler.code, handler.event, range.from, range.to, range.key]
}
