import { z } from 'zod'

/**
 * A short-lived signed statement of which courses' protected lessons a browser may read. It is verified with WebCrypto
 * alone, so that the same code runs in Node, in an edge function and in a worker.
 * Form: base64url(JSON payload) + '.' + base64url(HMAC-SHA-256).
 */
export const entitlementCookie = 'lectern-access'

/** Seconds. Short, because a withdrawn enrolment is only noticed when it is renewed. */
export const entitlementLifetime = 15 * 60

const entitlementSchema = z.object({
  /** Learner id. */
  sub: z.string(),
  /** Slugs of the courses whose protected lessons may be read. */
  courses: z.array(z.string()).max(2000),
  /** Unix seconds. */
  exp: z.int(),
})
export type Entitlement = z.infer<typeof entitlementSchema>

export async function signEntitlement({ entitlement, secret }: { entitlement: Entitlement; secret: string }): Promise<string> {
  const payload = toBase64Url(new TextEncoder().encode(JSON.stringify(entitlement)))
  const signature = await crypto.subtle.sign('HMAC', await importKey(secret), new TextEncoder().encode(payload))
  return `${payload}.${toBase64Url(new Uint8Array(signature))}`
}

/** Null for anything that is not a valid, unexpired statement. `now` is Unix seconds. */
export async function verifyEntitlement({
  token,
  secret,
  now,
}: {
  token: string | undefined
  secret: string
  now: number
}): Promise<Entitlement | null> {
  const [payload, signature, rest] = (token ?? '').split('.')
  if (!payload || !signature || rest !== undefined) return null
  const signatureBytes = fromBase64Url(signature)
  const payloadBytes = fromBase64Url(payload)
  if (!signatureBytes || !payloadBytes) return null
  const valid = await crypto.subtle.verify('HMAC', await importKey(secret), signatureBytes, new TextEncoder().encode(payload))
  if (!valid) return null
  const parsed = entitlementSchema.safeParse(parseJson(new TextDecoder().decode(payloadBytes)))
  return parsed.success && parsed.data.exp > now ? parsed.data : null
}

function importKey(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(`entitlement:${secret}`),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  )
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  // `atob` throws for a length that no bytes encode to.
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
