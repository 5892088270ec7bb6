import { z } from 'zod'

export const optionsSchema = z.strictObject({
  /**
   * Builds the site from a fresh snapshot and puts it in place. Called by the worker after something was published, never
   * twice at a time.
   */
  rebuildSite: z.custom<(input: { payload: import('payload').BasePayload }) => Promise<void>>(
    (value) => typeof value === 'function',
  ),
})
