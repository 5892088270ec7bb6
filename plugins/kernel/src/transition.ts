import { createHash } from 'node:crypto'
import type { OperationRequest } from './request.ts'
import { sqlOf } from './sql.ts'

/**
 * Compare-and-set of the `state` column of one row: sets it to `to` exactly if it is one of `from` now.
 * Answers the row's id, or null when someone else was first (or there is no such row). Of any number of concurrent
 * callers with the same `from`, one wins.
 *
 * `table` is the name of a table, from code and never from input. `set` adds further columns to the same statement.
 */
export async function transition({
  req,
  table,
  id,
  from,
  to,
  set = {},
}: {
  req: OperationRequest
  table: string
  id: string
  from: readonly string[]
  to: string
  set?: Record<string, unknown>
}): Promise<string | null> {
  const names = Object.keys(set)
  for (const name of [table, ...names]) {
    if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`${name} is not the name of a table or column.`)
  }
  const assignments = names.map((name, index) => `, "${name}" = $${index + 4}`).join('')
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ id: string }>({
    name: nameOf({ table, names }),
    text: `update "${table}" set "state" = $1, "updated_at" = now()${assignments} where "id" = $2 and "state" = any($3) returning "id"`,
    values: [to, id, from, ...Object.values(set)],
  })
  return rows[0]?.id ?? null
}

/** PostgreSQL cuts the name of a prepared statement at 63 characters, and then two texts could share one. */
function nameOf({ table, names }: { table: string; names: string[] }): string {
  const digest = createHash('sha256')
    .update(`${table} ${names.join(' ')}`)
    .digest('base64url')
  return `kernel.transition ${digest.slice(0, 22)}`
}
