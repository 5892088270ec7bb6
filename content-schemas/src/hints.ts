import { z } from 'zod'
import { type LocalizedText, localeSchema } from './locale.ts'

/**
 * A hint of a question: Markdown, shown after a try that was not right where a test gives several. `showNumberRight`: says beside
 * it how many parts of that try were right.
 */
export type Hint = { text: LocalizedText; showNumberRight: boolean }

export const maxHints = 10

/** A language that was never filled in may be null. */
const textSchema = z
  .partialRecord(localeSchema, z.string().max(20_000).nullable())
  .transform((text): LocalizedText => Object.fromEntries(Object.entries(text).filter(([, written]) => written !== null)))

const flag = z
  .boolean()
  .nullish()
  .transform((set) => set ?? false)

export const hintsSchema = z
  .array(z.object({ text: textSchema, showNumberRight: flag }))
  .max(maxHints)
  .transform((hints): Hint[] => hints.filter(({ text }) => Object.values(text).some((written) => written.trim() !== '')))

const bodySchema = z.looseObject({ hints: hintsSchema.nullish() })

/**
 * The hints of a stored question of any type, in the order in which they are given; hints without a text are left out. They are a
 * part of the body beside what its type reads. Hints that cannot be read are none.
 */
export function readHints(body: unknown): Hint[] {
  return bodySchema.safeParse(body).data?.hints ?? []
}
