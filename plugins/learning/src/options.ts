import { z } from 'zod'

export const optionsSchema = z.strictObject({
  /** Signs the short-lived cookie that opens protected lessons. At least 32 characters. */
  entitlementSecret: z.string().min(32),
  secureCookies: z.boolean().default(false),
})
export type LearningOptions = z.infer<typeof optionsSchema>
