import { type EventName, eventCatalogue, isEventName } from '@lectern/content-schemas'
import { type OperationRequest, sqlOf } from '@lectern/kernel'
import type { XpEvent } from '../domain/xpRule.ts'

/** Events of one page. */
const pageLength = 2000

/**
 * The stored events of these names since a moment (ISO, UTC; default the beginning), oldest first, page by page, as rules see
 * them. Those of a form not known any more are left out.
 */
export async function* replayEvents({
  req,
  names,
  since = '1970-01-01T00:00:00.000Z',
}: {
  req: OperationRequest
  names: readonly EventName[]
  since?: string
}): AsyncGenerator<XpEvent[]> {
  const sql = await sqlOf(req)
  let after = '00000000-0000-0000-0000-000000000000'
  while (true) {
    const rows = await sql.rows<{ id: string; name: string; data: unknown; occurred_at: Date }>({
      name: 'xp.replay',
      text: `select "id", "name", "data", "occurred_at" from "events" where "name" = any($1) and "id" > $2 and "occurred_at" >= $3 order by "id" limit ${pageLength}`,
      values: [names, after, since],
    })
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    yield rows.flatMap((row) => toXpEvent(row) ?? [])
  }
}

function toXpEvent(row: { id: string; name: string; data: unknown; occurred_at: Date }): XpEvent | null {
  const { id, name } = row
  if (!isEventName(name)) return null
  const parsed = eventCatalogue[name].data.safeParse(row.data)
  if (!parsed.success) return null
  const { data } = parsed
  const at = 'at' in data ? data.at : row.occurred_at.toISOString()
  // Name and data belong together by the lines above; TypeScript cannot follow the pairing.
  return { id, name, data, at } as XpEvent
}
