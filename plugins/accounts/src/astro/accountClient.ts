import type { Account } from '@lectern/content-schemas'
import { type ApiResult, request } from '@lectern/kernel/site/api'
import { type Check, list, nullable, object, oneOf, string } from '@lectern/kernel/site/check'

const accountCheck: Check<Account> = object<Account>({
  id: string,
  email: string,
  name: string,
  locale: oneOf('en', 'ru', 'ar'),
  roles: list(oneOf('learner', 'instructor', 'editor', 'moderator', 'admin')),
})

export function getAccount(): Promise<ApiResult<{ account: Account | null }>> {
  return request({ path: 'auth/me', check: object<{ account: Account | null }>({ account: nullable(accountCheck) }) })
}

export function saveProfile(body: { name: string; locale: string }): Promise<ApiResult<Account>> {
  return request({ path: 'profile', method: 'PUT', body, check: accountCheck })
}

export function savePassword(body: { current: string; next: string }): Promise<ApiResult<Account>> {
  return request({ path: 'auth/password', method: 'POST', body, check: accountCheck })
}
