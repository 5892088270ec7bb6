import type { Account, Locale } from '@lectern/content-schemas'
import { inTransaction, type OperationRequest, sqlOf } from '@lectern/kernel'

/** Changes how a learner is called and in which language they are written to. */
export async function updateProfile({
  req,
  account,
  name,
  locale,
}: {
  req: OperationRequest
  account: Account
  name: string
  locale: Locale
}): Promise<Account> {
  await inTransaction(req, async () => {
    const sql = await sqlOf(req)
    await sql.rows({
      text: `update "users" set "name" = $2, "locale" = $3, "updated_at" = now() where "id" = $1`,
      values: [account.id, name, locale],
    })
  })
  return { ...account, name, locale }
}
