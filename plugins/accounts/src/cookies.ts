import { entitlementCookie } from '@lectern/content-schemas/entitlement'
import { sessionCookie } from '@lectern/kernel'

/** Readable by the page: only a name to greet, so that the sign-in state shows without a flash. It grants nothing. */
export const hintCookie = 'lectern-hint'

/** Cookies of a new session. `expires` is in Unix seconds. */
export function signedInCookies({
  token,
  name,
  expires,
  secure,
}: {
  token: string
  name: string
  expires: number
  secure: boolean
}): string[] {
  return [`${sessionCookie}=${token}; HttpOnly; ${lasting({ expires, secure })}`, greetingCookie({ name, expires, secure })]
}

/** The name to greet, until the session ends. */
export function greetingCookie({ name, expires, secure }: { name: string; expires: number; secure: boolean }): string {
  return `${hintCookie}=${encodeURIComponent(name)}; ${lasting({ expires, secure })}`
}

function lasting({ expires, secure }: { expires: number; secure: boolean }): string {
  return `Path=/; SameSite=Lax; Expires=${new Date(expires * 1000).toUTCString()}${secure ? '; Secure' : ''}`
}

export function signedOutCookies({ secure }: { secure: boolean }): string[] {
  const common = `Path=/; SameSite=Lax; Expires=Thu, 01 Jan 1970 00:00:00 GMT${secure ? '; Secure' : ''}`
  return [`${sessionCookie}=; HttpOnly; ${common}`, `${hintCookie}=; ${common}`, `${entitlementCookie}=; HttpOnly; ${common}`]
}
