import type { OperationRequest } from '@lectern/kernel'
import { z } from 'zod'
import { findAll } from './findAll.ts'

const questionSchema = z.object({
  id: z.coerce.string(),
  name: z.string(),
  sourceKey: z.string().nullish(),
  typeVersion: z.number(),
  tags: z
    .array(z.string())
    .nullish()
    .transform((tags) => tags ?? []),
  difficulty: z.number().nullish(),
  category: z.coerce.string().nullish().catch(null),
  retired: z.boolean().nullish(),
  body: z.array(z.looseObject({ blockType: z.string() })).min(1),
})
export type StoredRow = z.infer<typeof questionSchema>

/** The questions that these tests name, those of the course's bank, and those that the draws may take; by id. */
export async function loadQuestions({
  req,
  ids,
  slug,
  drawTags,
}: {
  req: OperationRequest
  ids: string[]
  slug: string
  drawTags: string[][]
}): Promise<ReadonlyMap<string, StoredRow>> {
  const named = ids.length === 0 ? [] : await findAll({ req, collection: 'questions', where: { id: { in: ids } } })
  const own = await findAll({ req, collection: 'questions', where: { sourceKey: { like: `${slug}/questions/` } } })
  const drawn: unknown[] = []
  for (const tags of drawTags) {
    // `and` of values of a list: the adapter compares each tag by itself.
    const found = await findAll({ req, collection: 'questions', where: { tags: { in: tags } } })
    drawn.push(...found.filter((row) => hasAll({ row: questionSchema.parse(row), tags })))
  }
  const rows = [...named, ...own, ...drawn].map((row) => questionSchema.parse(row))
  return new Map(rows.map((row) => [row.id, row]))
}

function hasAll({ row, tags }: { row: StoredRow; tags: string[] }): boolean {
  return tags.every((tag) => row.tags.includes(tag))
}
