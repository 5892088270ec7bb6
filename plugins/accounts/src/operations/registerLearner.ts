import type { Account, Locale } from '@lectern/content-schemas'
import { asSystem, emit, inTransaction } from '@lectern/kernel'
import type { BasePayload } from 'payload'
import { createLocalReq, type PayloadRequest } from 'payload'
import { accountErrors } from '../errors.ts'

/** Creates a learner's account. Throws EMAIL_TAKEN; of two at once with the same address, one is created. */
export async function registerLearner({
  payload,
  email,
  password,
  name,
  locale,
  timeZone,
}: {
  payload: BasePayload
  email: string
  password: string
  name: string
  locale: Locale
  timeZone: string
}): Promise<Account> {
  const req: PayloadRequest = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const system = asSystem(req, 'a visitor has no rights yet, and the roles are fixed here')
    const known = await payload.find({
      collection: 'users',
      where: { email: { equals: email } },
      limit: 1,
      depth: 0,
      select: { email: true },
      ...system,
    })
    if (known.docs.length > 0) throw accountErrors.emailTaken()
    const user = await createUser()
    const id = String(user.id)
    await emit({ req, name: 'user.registered@1', key: id, data: { user: id } })
    return { id, email, name, locale, roles: ['learner'] }

    async function createUser() {
      try {
        return await payload.create({
          collection: 'users',
          data: { email, password, name, locale, timeZone, roles: ['learner'] },
          depth: 0,
          ...system,
        })
      } catch (error) {
        if (isDuplicate(error)) throw accountErrors.emailTaken()
        throw error
      }
    }
  })
}

/** Payload reports a violated unique index as a ValidationError on the field. */
function isDuplicate(error: unknown): boolean {
  return error instanceof Error && error.name === 'ValidationError' && JSON.stringify(error).includes('email')
}
