import type { Role } from '@lectern/content-schemas'
import type { Payload, PayloadRequest } from 'payload'

const operations = ['create', 'read', 'update', 'delete'] as const
export type AccessRow = Record<(typeof operations)[number], 'yes' | 'no' | 'some'>

/**
 * What a person with these roles (null: a visitor) may do with each collection: `some` means that a query narrows it.
 * For comparing with a table that a test states, so that a collection without a row is noticed.
 */
export async function accessTable({
  payload,
  roles,
}: {
  payload: Payload
  roles: Role[] | null
}): Promise<Record<string, AccessRow>> {
  const user = roles && { id: '00000000-0000-7000-8000-000000000000', collection: 'users', roles }
  // An access rule looks at the user and at `payload`; nothing else of a request exists here.
  const req = { user, payload, context: {} } as unknown as PayloadRequest
  const table: Record<string, AccessRow> = {}
  for (const { slug, access } of payload.config.collections.filter(({ slug }) => !slug.startsWith('payload-'))) {
    const row: Partial<AccessRow> = {}
    for (const operation of operations) {
      const answer = await access[operation]({ req })
      row[operation] = answer === true ? 'yes' : answer === false ? 'no' : 'some'
    }
    table[slug] = row as AccessRow
  }
  return table
}
