import { failure, type Result, success } from '@lectern/content-schemas/result'

/** The secrets without which nothing may be served. */
export const requiredSecrets = ['PAYLOAD_SECRET', 'LECTERN_ENTITLEMENT_SECRET'] as const
export type SecretName = (typeof requiredSecrets)[number]
export type Secrets = Record<SecretName, string>

/** Characters. `randomBytes(32)` in base64url, which the first start generates, has 43. */
export const shortestSecret = 32

/**
 * The secrets of an environment, or why they must not be used: `SECRET_MISSING`, `SECRET_SHORT`, `SECRET_DEFAULT` (one that
 * is written down in public, or hardly varies) or `SECRET_REUSED`. The message names the variable, never its value.
 */
export function checkSecrets({ environment }: { environment: Record<string, string | undefined> }): Result<Secrets> {
  for (const name of requiredSecrets) {
    const value = environment[name]?.trim() ?? ''
    if (value === '') return failure({ code: 'SECRET_MISSING', message: `${name} is not set.` })
    if (isWellKnown(value)) return failure({ code: 'SECRET_DEFAULT', message: `${name} is an example, not a secret.` })
    if (value.length < shortestSecret) {
      return failure({ code: 'SECRET_SHORT', message: `${name} is shorter than ${shortestSecret} characters.` })
    }
  }
  const secrets: Secrets = {
    PAYLOAD_SECRET: environment.PAYLOAD_SECRET?.trim() ?? '',
    LECTERN_ENTITLEMENT_SECRET: environment.LECTERN_ENTITLEMENT_SECRET?.trim() ?? '',
  }
  if (secrets.PAYLOAD_SECRET === secrets.LECTERN_ENTITLEMENT_SECRET) {
    return failure({ code: 'SECRET_REUSED', message: 'PAYLOAD_SECRET and LECTERN_ENTITLEMENT_SECRET must differ.' })
  }
  return success(secrets)
}

function isWellKnown(value: string): boolean {
  const words = /change-?_?me|your-?_?secret|secret-?_?here|example|placeholder|default|insecure|password/i
  return words.test(value) || new Set(value).size < 8
}
