import { definePlugin } from '@lectern/kernel'
import { optionsSchema } from './options.ts'
import { createAccountRoutes } from './routes/accountRoutes.ts'

export { type SignedIn, signIn } from './operations/signIn.ts'

/** Learners' accounts: registration, sign-in and sign-out on the site. */
export const accountsPlugin = definePlugin({
  name: 'accounts',
  band: 'feature',
  options: optionsSchema,
  setup: ({ verbs, options }) => {
    verbs.contribute.learnerRoutes(createAccountRoutes(options))
  },
})
