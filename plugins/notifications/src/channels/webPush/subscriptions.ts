import type { PushSubscriptionInput } from '@lectern/content-schemas'
import { inTransaction, newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import { notificationErrors } from '../../errors.ts'

/** Browsers of one learner; a further one takes the place of the oldest. */
const mostBrowsers = 10

/**
 * Keeps a browser's subscription for the learner. The browser of someone else who signed out there becomes theirs.
 * The server will send to `endpoint`, so it must be at a known push service: PUSH_SERVICE_UNKNOWN.
 */
export async function subscribe({
  req,
  learner,
  subscription,
  services,
}: {
  req: OperationRequest
  learner: string
  subscription: PushSubscriptionInput
  services: string[]
}): Promise<void> {
  if (!isAtKnownService({ endpoint: subscription.endpoint, services })) throw notificationErrors.pushServiceUnknown()
  const { endpoint, keys } = subscription
  await inTransaction(req, async () => {
    const sql = await sqlOf(req)
    await sql.rows({
      name: 'notifications.subscribe',
      text: `insert into "push_subscriptions" ("id", "learner_id", "endpoint", "p256dh", "auth") values ($1, $2, $3, $4, $5)
             on conflict ("endpoint") do update set
               "learner_id" = excluded."learner_id", "p256dh" = excluded."p256dh", "auth" = excluded."auth", "updated_at" = now()`,
      values: [newId(), learner, endpoint, keys.p256dh, keys.auth],
    })
    await sql.rows({
      name: 'notifications.dropOldestBrowser',
      text: `delete from "push_subscriptions" where "id" in (
               select "id" from "push_subscriptions" where "learner_id" = $1 order by "updated_at" desc offset ${mostBrowsers})`,
      values: [learner],
    })
  })
}

/** Forgets a browser of the learner; one that is not known, or another's, is left alone. */
export async function forgetBrowser({
  req,
  learner,
  endpoint,
}: {
  req: OperationRequest
  learner: string
  endpoint: string
}): Promise<void> {
  const sql = await sqlOf(req)
  await sql.rows({
    name: 'notifications.forgetBrowser',
    text: `delete from "push_subscriptions" where "learner_id" = $1 and "endpoint" = $2`,
    values: [learner, endpoint],
  })
}

/** `services` are host names; one with `*.` in front stands for everything below it. */
function isAtKnownService({ endpoint, services }: { endpoint: string; services: string[] }): boolean {
  const { protocol, host } = new URL(endpoint)
  const fits = (service: string) => (service.startsWith('*.') ? host.endsWith(service.slice(1)) : host === service)
  return protocol === 'https:' && services.some(fits)
}
