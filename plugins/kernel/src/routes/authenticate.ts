import { defaultLocale, localeSchema, roleSchema } from '@lectern/content-schemas'
import { jwtVerify } from 'jose'
import type { BasePayload } from 'payload'
import { z } from 'zod'
import { sqlOf } from '../sql.ts'
import type { Learner } from './defineLearnerRoute.ts'

/** Payload's cookie: one sign-in serves the admin and the site. */
export const sessionCookie = 'payload-token'

/** Version in the protected header of Payload's tokens; a token of another form is no token. */
const tokenVersion = 1
const tokenSchema = z.object({ id: z.uuid(), collection: z.literal('users'), sid: z.uuid() })
type Claims = z.infer<typeof tokenSchema>

/**
 * Tokens whose signature was found right, with the moment (seconds) at which each runs out: a browser sends the same one
 * with every request, and checking it costs more than all else that a small request needs. Whether the session still
 * exists is asked of the database each time.
 */
const verified = new WeakMap<BasePayload, Map<string, { claims: Claims; expires: number }>>()
const maxVerified = 10_000

const rowSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  locale: localeSchema.catch(defaultLocale),
  roles: z.array(roleSchema),
})

/** Lean authentication: verifies the token and asks one indexed query for session and user. Null for a visitor. */
export async function authenticate({ payload, headers }: { payload: BasePayload; headers: Headers }): Promise<Learner | null> {
  const token = readCookie({ headers, name: sessionCookie })
  if (!token) return null
  const claims = await claimsOf({ payload, token })
  if (!claims) return null
  const sql = await sqlOf({ payload })
  const rows = await sql.rows({
    name: 'kernel.session',
    text: `select u."id", u."email", u."name", u."locale",
                  array(select r."value"::text from "users_roles" r where r."parent_id" = u."id" order by r."order") as roles
           from "users_sessions" s join "users" u on u."id" = s."_parent_id"
           where s."id" = $1 and s."_parent_id" = $2 and s."expires_at" > now()`,
    values: [claims.sid, claims.id],
  })
  const row = rowSchema.safeParse(rows[0])
  return row.success ? { ...row.data, name: row.data.name ?? '', session: claims.sid } : null
}

export function readCookie({ headers, name }: { headers: Headers; name: string }): string | undefined {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

async function claimsOf({ payload, token }: { payload: BasePayload; token: string }): Promise<Claims | null> {
  const tokens = verified.get(payload) ?? new Map<string, { claims: Claims; expires: number }>()
  verified.set(payload, tokens)
  const known = tokens.get(token)
  if (known && known.expires > Date.now() / 1000) return known.claims
  const fresh = await verifyToken({ token, secret: payload.secret })
  if (tokens.size >= maxVerified) tokens.clear()
  if (fresh) tokens.set(token, fresh)
  return fresh?.claims ?? null
}

async function verifyToken({
  token,
  secret,
}: {
  token: string
  secret: string
}): Promise<{ claims: Claims; expires: number } | null> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
    })
    if (protectedHeader.authVersion !== tokenVersion) return null
    const claims = tokenSchema.safeParse(payload)
    return claims.success ? { claims: claims.data, expires: payload.exp ?? 0 } : null
  } catch {
    // jose throws for every kind of token that is not valid; to the asker they are all the same.
    return null
  }
}
