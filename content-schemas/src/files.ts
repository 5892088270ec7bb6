import { z } from 'zod'

/** A file that a learner has handed to a question. `name` is safe to show and to save under. */
export const handedFileSchema = z.object({ id: z.uuid(), name: z.string(), bytes: z.int() })
export type HandedFile = z.infer<typeof handedFileSchema>
