import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What a token lets its holder do, without signing in: switch this kind off on this channel for this learner. */
export type Unsubscription = { learner: string; kind: string; channel: string }

/** `*` means every kind: the link of a digest. */
export const everyKind = '*'

const claimsSchema = z.tuple([z.uuid(), z.string().max(200), z.string().max(100)])

/** A signed token that fits a URL. It does not run out: a mail is read when it is read, and all it can do is send less. */
export function createUnsubscribeToken({ secret, learner, kind, channel }: Unsubscription & { secret: string }): string {
  const claims = Buffer.from(JSON.stringify([learner, kind, channel])).toString('base64url')
  return `${claims}.${sign({ secret, claims }).toString('base64url')}`
}

/** Null for everything that was not signed with this secret. */
export function readUnsubscribeToken({ secret, token }: { secret: string; token: string }): Unsubscription | null {
  const [claims = '', signature = ''] = token.split('.')
  const expected = sign({ secret, claims })
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const parsed = claimsSchema.safeParse(JSON.parse(Buffer.from(claims, 'base64url').toString()))
  if (!parsed.success) return null
  const [learner, kind, channel] = parsed.data
  return { learner, kind, channel }
}

/** A key of its own, so that no other signature made with the installation's secret is a token. */
function sign({ secret, claims }: { secret: string; claims: string }): Buffer {
  const key = createHmac('sha256', secret).update('notifications.unsubscribe').digest()
  return createHmac('sha256', key).update(claims).digest()
}
