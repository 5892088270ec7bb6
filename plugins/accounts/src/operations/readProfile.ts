import type { Account, Profile } from '@lectern/content-schemas'
import { type OperationRequest, sqlOf } from '@lectern/kernel'

/** The account of whoever asks, with what only their settings show. One query. */
export async function readProfile({ req, account }: { req: OperationRequest; account: Account }): Promise<Profile> {
  const sql = await sqlOf(req)
  const [row] = await sql.rows<{ time_zone: string }>({
    name: 'accounts.readProfile',
    text: `select "time_zone" from "users" where "id" = $1`,
    values: [account.id],
  })
  if (!row) throw new Error('A signed-in learner has a row.')
  return { ...account, timeZone: row.time_zone }
}
