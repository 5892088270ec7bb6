import { z } from 'zod'

export const optionsSchema = z.strictObject({
  /** Whether cookies are sent over HTTPS only. */
  secureCookies: z.boolean().default(false),
  /** May visitors register themselves? */
  registration: z.boolean().default(true),
})
export type AccountOptions = z.infer<typeof optionsSchema>
