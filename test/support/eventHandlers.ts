import { randomUUID } from 'node:crypto'
import type { TestCms } from '@lectern/cms/testing'
import { type DeliveryPolicy, defaultPolicy, emitAll, inTransaction, type OperationRequest, registriesOf } from '@lectern/kernel'

type Handled = { req: OperationRequest; event: { id: string; user: string }; signal: AbortSignal }

/** Installs a handler of `user.registered@1`, as a plugin would. */
export function installHandler({
  cms,
  code,
  policy = {},
  handle,
}: {
  cms: TestCms
  code: string
  policy?: Partial<DeliveryPolicy<{ user: string }>>
  handle: (handled: Handled) => Promise<void>
}): void {
  const { serialBy = null, ...rest } = policy
  registriesOf(cms.payload).eventHandlers.push({
    code,
    event: 'user.registered@1',
    plugin: 'test',
    policy: { ...defaultPolicy, ...rest, serialBy: serialBy && ((data) => serialBy({ user: userOf(data) })) },
    handle: ({ req, event, signal }) => handle({ req, event: { id: event.id, user: userOf(event.data) }, signal }),
  })
}

/** Emits so many registrations in one transaction; answers the users, in order. */
export async function registerMany({ cms, count }: { cms: TestCms; count: number }): Promise<string[]> {
  const users = Array.from({ length: count }, () => randomUUID())
  await inTransaction({ payload: cms.payload }, (req) =>
    emitAll({ req, events: users.map((user) => ({ name: 'user.registered@1', key: user, data: { user } })) }),
  )
  return users
}

function userOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'user' in data ? String(data.user) : ''
}
