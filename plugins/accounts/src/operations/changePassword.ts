import type { Account } from '@lectern/content-schemas'
import { asSystem, inTransaction, OperationError, sqlOf } from '@lectern/kernel'
import { type BasePayload, createLocalReq, type PayloadRequest } from 'payload'
import { accountErrors } from '../errors.ts'
import { type SignedIn, signIn } from './signIn.ts'

/**
 * Sets a new password, ends every session of the account, and opens one with the new password. Throws
 * CURRENT_PASSWORD_WRONG, or ACCOUNT_LOCKED after too many wrong ones; then nothing has changed.
 */
export async function changePassword({
  payload,
  account,
  current,
  next,
}: {
  payload: BasePayload
  account: Pick<Account, 'id' | 'email'>
  current: string
  next: string
}): Promise<SignedIn> {
  await checkCurrent()
  const req: PayloadRequest = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    await payload.update({
      collection: 'users',
      id: account.id,
      data: { password: next },
      depth: 0,
      ...asSystem(req, 'the learner has just proved to know the password of this account'),
    })
    const sql = await sqlOf(req)
    await sql.rows({ text: `delete from "users_sessions" where "_parent_id" = $1`, values: [account.id] })
  })
  return signIn({ payload, email: account.email, password: next })

  async function checkCurrent(): Promise<void> {
    try {
      await signIn({ payload, email: account.email, password: current })
    } catch (error) {
      const isWrong = error instanceof OperationError && error.code === accountErrors.wrongCredentials().code
      throw isWrong ? accountErrors.currentPasswordWrong() : error
    }
  }
}
