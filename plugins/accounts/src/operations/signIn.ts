import { type Account, localeSchema, roleSchema } from '@lectern/content-schemas'
import { AuthenticationError, type BasePayload, LockedAuth } from 'payload'
import { z } from 'zod'
import { accountErrors } from '../errors.ts'

const loginSchema = z.object({
  token: z.string(),
  exp: z.number(),
  user: z.object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    locale: localeSchema.catch('en'),
    roles: z.array(roleSchema),
  }),
})

export type SignedIn = { account: Account; token: string; expires: number }

/** Checks address and password and opens a session. Throws WRONG_CREDENTIALS, or ACCOUNT_LOCKED after too many tries. */
export async function signIn({
  payload,
  email,
  password,
}: {
  payload: BasePayload
  email: string
  password: string
}): Promise<SignedIn> {
  try {
    const result = await payload.login({ collection: 'users', data: { email, password }, depth: 0, overrideAccess: true })
    const { token, exp, user } = loginSchema.parse(result)
    return { account: user, token, expires: exp }
  } catch (error) {
    if (error instanceof LockedAuth) throw accountErrors.locked()
    if (error instanceof AuthenticationError) throw accountErrors.wrongCredentials()
    throw error
  }
}
