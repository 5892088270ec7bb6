import { type ApiResult, request } from './api.ts'
import { anything } from './check.ts'

export type SignInInput = { email: string; password: string }
export type RegisterInput = SignInInput & { name: string; locale: string; timeZone: string }

export function signIn(body: SignInInput): Promise<ApiResult<unknown>> {
  return request({ path: 'auth/sign-in', method: 'POST', body, check: anything })
}

export function register(body: RegisterInput): Promise<ApiResult<unknown>> {
  return request({ path: 'auth/register', method: 'POST', body, check: anything })
}
