import type { Account, Locale, Profile } from '@lectern/content-schemas'
import { inTransaction, type OperationRequest, sqlOf } from '@lectern/kernel'

/**
 * Changes how a learner is called, in which language they are written to, and by which clock their days are counted;
 * `timeZone` undefined leaves that as it is.
 */
export async function updateProfile({
  req,
  account,
  name,
  locale,
  timeZone,
}: {
  req: OperationRequest
  account: Account
  name: string
  locale: Locale
  timeZone: string | undefined
}): Promise<Profile> {
  const [row] = await inTransaction(req, async () => {
    const sql = await sqlOf(req)
    return sql.rows<{ time_zone: string }>({
      text: `update "users" set "name" = $2, "locale" = $3, "time_zone" = coalesce($4, "time_zone"), "updated_at" = now()
             where "id" = $1 returning "time_zone"`,
      values: [account.id, name, locale, timeZone ?? null],
    })
  })
  if (!row) throw new Error('A signed-in learner has a row.')
  return { ...account, name, locale, timeZone: row.time_zone }
}
