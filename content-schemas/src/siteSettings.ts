import { z } from 'zod'
import { localizedTextSchema } from './locale.ts'

/**
 * What the people who run a site say on it. `imprint` is the legal notice, paragraphs separated by empty lines; without one
 * the site has no page for it. `authors` are words about those whom courses name as authors, found by the name.
 */
export const siteSettingsSchema = z.object({
  imprint: localizedTextSchema.default({}),
  authors: z.array(z.object({ name: z.string(), about: localizedTextSchema })).default([]),
})
export type SiteSettings = z.infer<typeof siteSettingsSchema>
