import { z } from 'zod'

/**
 * GET /api/learn/tests/:test/practice: everything that practising needs, key included, so that it goes on without a connection.
 * `authored` is read by the marker of its type. Only practice tests are answered so.
 */
export const practiceSchema = z.object({
  test: z.uuid(),
  title: z.string(),
  items: z.array(
    z.object({
      item: z.string(),
      type: z.string(),
      authored: z.unknown(),
      section: z.object({ id: z.string(), title: z.string(), instructions: z.string() }).nullable(),
    }),
  ),
})
export type Practice = z.infer<typeof practiceSchema>
