import { type HandedFile, handedFileSchema } from '@lectern/content-schemas'
import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import type { LoadedPaper } from '../operations/loadPaper.ts'

const rowSchema = z.object({ ...handedFileSchema.shape, item: z.string(), bytes: z.coerce.number() })

/** The files of an attempt by question, oldest first. Costs a statement only where a question takes files. */
export async function listFiles({
  req,
  attempt,
  paper,
}: {
  req: OperationRequest
  attempt: string
  paper: LoadedPaper
}): Promise<ReadonlyMap<string, HandedFile[]>> {
  if (!takesFiles(paper)) return new Map()
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'grading.listFiles',
    text: `select "id", "item", "name", "bytes" from "attempt_files" where "attempt_id" = $1 and "state" = 'stored' order by "id"`,
    values: [attempt],
  })
  return Map.groupBy(z.array(rowSchema).parse(rows), ({ item }) => item)
}

/** Whether any question of the paper takes files. */
export function takesFiles(paper: LoadedPaper): boolean {
  return paper.items.some(({ loaded }) => loaded.type.files !== undefined)
}
