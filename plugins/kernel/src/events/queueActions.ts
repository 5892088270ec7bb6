import { newId } from '../ids.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'

/** What people do to the queue. */
export type QueueAction = 'retry' | 'discard' | 'pause' | 'resume' | 'replay'

/** Writes down who did what to the queue, in the transaction of the deed. `actor` is a user; undefined for a command. */
export async function recordQueueAction({
  req,
  actor,
  action,
  handler,
  details,
}: {
  req: OperationRequest
  actor: string | undefined
  action: QueueAction
  handler: string
  details: Record<string, unknown>
}): Promise<void> {
  const sql = await sqlOf(req)
  await sql.rows({
    text: `insert into "queue_actions" ("id", "actor_id", "action", "handler", "details") values ($1, $2, $3, $4, $5)`,
    values: [newId(), actor ?? null, action, handler, JSON.stringify(details)],
  })
}
