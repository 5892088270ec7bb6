import type { Account, Profile } from '@lectern/content-schemas'
import { type ApiResult, request } from '@lectern/kernel/site/api'
import { type Check, list, object, oneOf, string } from '@lectern/kernel/site/check'

const accountCheck: Check<Account> = object<Account>({
  id: string,
  email: string,
  name: string,
  locale: oneOf('en', 'ru', 'ar'),
  roles: list(oneOf('learner', 'instructor', 'editor', 'moderator', 'admin')),
})

const profileCheck: Check<Profile> = object<Profile>({
  id: string,
  email: string,
  name: string,
  locale: oneOf('en', 'ru', 'ar'),
  roles: list(oneOf('learner', 'instructor', 'editor', 'moderator', 'admin')),
  timeZone: string,
})

export function getProfile(): Promise<ApiResult<Profile>> {
  return request({ path: 'profile', check: profileCheck })
}

export function saveProfile(body: { name: string; locale: string; timeZone: string }): Promise<ApiResult<Profile>> {
  return request({ path: 'profile', method: 'PUT', body, check: profileCheck })
}

export function savePassword(body: { current: string; next: string }): Promise<ApiResult<Account>> {
  return request({ path: 'auth/password', method: 'POST', body, check: accountCheck })
}
