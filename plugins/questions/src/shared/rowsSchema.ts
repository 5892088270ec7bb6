import { z } from 'zod'

/** What a learner sees of a question of rows; `html` is safe, `text` is plain. */
export const rowsViewSchema = z.object({
  stem: z.string(),
  rows: z.array(z.object({ id: z.string(), html: z.string() })),
  options: z.array(z.object({ id: z.string(), text: z.string() })),
})
export type RowsView = z.infer<typeof rowsViewSchema>
