import type { Pool, PoolClient, QueryResultRow } from 'pg'
import type { OperationRequest } from './request.ts'

export type SqlRunner = {
  /**
   * Runs one statement with `$1…` parameters and answers its rows. A `name` makes it a prepared statement of the
   * connection: name only texts that never vary.
   */
  rows: <Row extends QueryResultRow>(statement: { text: string; values?: unknown[]; name?: string }) => Promise<Row[]>
}

/**
 * SQL in the transaction of `req`, or straight on the pool when `req` has none. A transaction id whose session is gone
 * is a bug of the caller and throws: falling back to the pool would write outside the transaction without a word.
 */
export async function sqlOf(req: OperationRequest): Promise<SqlRunner> {
  const connection = await connectionOf(req)
  return {
    rows: async ({ text, values = [], name }) => {
      const result = await connection.query(name === undefined ? { text, values } : { text, values, name })
      return result.rows
    },
  }
}

type PostgresAdapter = {
  pool: Pool
  sessions: Record<string, { db: { session: { client: PoolClient } } } | undefined>
}

async function connectionOf(req: OperationRequest): Promise<Pool | PoolClient> {
  const adapter = postgresOf(req)
  const transactionID = await req.transactionID
  if (transactionID === undefined || transactionID === null) return adapter.pool
  const session = adapter.sessions[transactionID]
  if (!session) throw new Error(`The transaction ${transactionID} is not open any more.`)
  return session.db.session.client
}

/** The connection pool of the installation's database. */
export function poolOf(req: OperationRequest): Pool {
  return postgresOf(req).pool
}

function postgresOf(req: OperationRequest): PostgresAdapter {
  // Payload types `db` by the lowest common adapter; this platform runs on the PostgreSQL adapter only, whose pool and
  // Drizzle sessions are not part of that type.
  return req.payload.db as unknown as PostgresAdapter
}
