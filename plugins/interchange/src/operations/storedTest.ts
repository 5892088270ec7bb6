import { localizedTextSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import type { Texts } from './exportTypes.ts'
import type { StoredRow } from './loadQuestions.ts'

const id = z.coerce.string()
const texts: z.ZodType<Texts> = z
  .record(z.string(), z.string().nullish())
  .nullish()
  .transform((text) =>
    localizedTextSchema.catch({}).parse(Object.fromEntries(Object.entries(text ?? {}).filter(([, words]) => words))),
  )
const tagsSchema = z
  .array(z.string())
  .nullish()
  .transform((tags) => tags ?? [])
const itemSchema = z.discriminatedUnion('blockType', [
  z.object({ blockType: z.literal('fixedQuestion'), question: id, maxMark: z.coerce.number() }),
  z.object({
    blockType: z.literal('draw'),
    count: z.coerce.number(),
    maxMark: z.coerce.number(),
    tags: tagsSchema,
    difficultyFrom: z.number().nullish(),
    difficultyTo: z.number().nullish(),
    types: tagsSchema,
    preferUnseen: z.boolean().nullish(),
  }),
  z.object({ blockType: z.literal('section'), title: texts, instructions: texts }),
])
/** A test as it is stored, all languages in it. */
export const testRowSchema = z.object({
  id,
  key: z.string(),
  sourceKey: z.string().nullish(),
  title: texts,
  lesson: id,
  placement: z.enum(['before', 'after', 'embedded']),
  items: z.array(itemSchema).nullish(),
  settings: z.unknown(),
  overallFeedback: z
    .array(z.object({ fromPercent: z.coerce.number(), text: texts }))
    .nullish()
    .transform((bands) => bands ?? []),
})
export type TestRow = z.infer<typeof testRowSchema>

/** In which file of the bank a question is, and its name there. */
export type BankPlaces = ReadonlyMap<string, { bank: string; name: string }>

/** The code by which learners get into a test, when it has one. */
export function accessCodeOf(settings: unknown): string | undefined {
  const read = z.object({ accessCode: z.string().nullish() }).safeParse(settings)
  return (read.success && read.data.accessCode) || undefined
}

/** A name that the import gave because the file had none is not written. */
export function writtenName({
  row,
  base,
  ordinal,
  nameFor,
}: {
  row: StoredRow
  base: string
  ordinal: number
  nameFor: (ordinal: number) => string
}): string | undefined {
  return row.sourceKey === `${base}/${ordinal + 1}` && row.name === nameFor(ordinal) ? undefined : row.name
}
