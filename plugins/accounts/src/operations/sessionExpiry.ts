import { type OperationRequest, sqlOf } from '@lectern/kernel'

/** When a session ends, in Unix seconds; null when it has been ended meanwhile. */
export async function sessionExpiry({ req, session }: { req: OperationRequest; session: string }): Promise<number | null> {
  const sql = await sqlOf(req)
  const [row] = await sql.rows<{ expires: string | number }>({
    text: `select extract(epoch from "expires_at") as expires from "users_sessions" where "id" = $1`,
    values: [session],
  })
  return row ? Math.floor(Number(row.expires)) : null
}
