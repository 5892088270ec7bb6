import { accountSchema, meSchema, registerInputSchema, signInInputSchema } from '@lectern/content-schemas'
import { definePublicRoute, type LearnerRoute, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { signedInCookies, signedOutCookies } from '../cookies.ts'
import { accountErrors } from '../errors.ts'
import { registerLearner } from '../operations/registerLearner.ts'
import { signIn } from '../operations/signIn.ts'
import type { AccountOptions } from '../options.ts'

const none = z.object({})

export function createAccountRoutes({ secureCookies, registration }: AccountOptions): LearnerRoute[] {
  return [
    definePublicRoute({
      method: 'POST',
      path: '/auth/register',
      summary: 'Create an account and sign in',
      params: none,
      input: registerInputSchema,
      output: accountSchema,
      handle: async ({ req, input, setCookie }) => {
        if (!registration) throw accountErrors.registrationClosed()
        const account = await registerLearner({ payload: req.payload, ...input })
        const { token, expires } = await signIn({ payload: req.payload, email: input.email, password: input.password })
        signedInCookies({ token, name: account.name, expires, secure: secureCookies }).forEach(setCookie)
        return account
      },
    }),
    definePublicRoute({
      method: 'POST',
      path: '/auth/sign-in',
      summary: 'Sign in',
      params: none,
      input: signInInputSchema,
      output: accountSchema,
      handle: async ({ req, input, setCookie }) => {
        const { account, token, expires } = await signIn({ payload: req.payload, ...input })
        signedInCookies({ token, name: account.name, expires, secure: secureCookies }).forEach(setCookie)
        return account
      },
    }),
    definePublicRoute({
      method: 'POST',
      path: '/auth/sign-out',
      summary: 'End the session',
      params: none,
      input: none,
      output: z.object({ signedOut: z.boolean() }),
      handle: async ({ req, user, setCookie }) => {
        if (user) {
          const sql = await sqlOf(req)
          await sql.rows({
            text: `delete from "users_sessions" where "id" = $1 and "_parent_id" = $2`,
            values: [user.session, user.id],
          })
        }
        signedOutCookies({ secure: secureCookies }).forEach(setCookie)
        return { signedOut: true }
      },
    }),
    definePublicRoute({
      method: 'GET',
      path: '/auth/me',
      summary: 'Who is signed in',
      params: none,
      input: none,
      output: meSchema,
      handle: async ({ user }) => ({ account: user }),
    }),
  ]
}
