import {
  accountSchema,
  meSchema,
  passwordChangeSchema,
  profileInputSchema,
  profileSchema,
  registerInputSchema,
  signInInputSchema,
} from '@lectern/content-schemas'
import { defineLearnerRoute, definePublicRoute, type LearnerRoute, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { greetingCookie, signedInCookies, signedOutCookies } from '../cookies.ts'
import { accountErrors } from '../errors.ts'
import { changePassword } from '../operations/changePassword.ts'
import { readProfile } from '../operations/readProfile.ts'
import { registerLearner } from '../operations/registerLearner.ts'
import { sessionExpiry } from '../operations/sessionExpiry.ts'
import { signIn } from '../operations/signIn.ts'
import { updateProfile } from '../operations/updateProfile.ts'
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
    defineLearnerRoute({
      method: 'GET',
      path: '/profile',
      summary: 'Name, language and time zone',
      params: none,
      input: none,
      output: profileSchema,
      handle: ({ req, user }) => readProfile({ req, account: user }),
    }),
    defineLearnerRoute({
      method: 'PUT',
      path: '/profile',
      summary: 'Change name, language and time zone',
      params: none,
      input: profileInputSchema,
      output: profileSchema,
      handle: async ({ req, user, input, setCookie }) => {
        const { name, locale, timeZone } = input
        const account = await updateProfile({ req, account: user, name, locale, timeZone })
        const expires = await sessionExpiry({ req, session: user.session })
        if (expires !== null) setCookie(greetingCookie({ name: account.name, expires, secure: secureCookies }))
        return account
      },
    }),
    defineLearnerRoute({
      method: 'POST',
      path: '/auth/password',
      summary: 'Change the password and end all other sessions',
      params: none,
      input: passwordChangeSchema,
      output: accountSchema,
      handle: async ({ req, user, input, setCookie }) => {
        const { account, token, expires } = await changePassword({ payload: req.payload, account: user, ...input })
        signedInCookies({ token, name: account.name, expires, secure: secureCookies }).forEach(setCookie)
        return account
      },
    }),
  ]
}
