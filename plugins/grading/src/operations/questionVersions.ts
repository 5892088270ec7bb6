import { type AnyQuestionType, type OperationRequest, readAuthored, registriesOf, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { cachesOf } from './caches.ts'

/** A pinned question, ready for its type's functions. It holds the key: it never leaves the server. */
export type LoadedVersion = { id: string; type: AnyQuestionType; authored: unknown }

export const versionRowSchema = z.object({
  id: z.string(),
  type: z.string(),
  type_version: z.coerce.number(),
  body: z.unknown(),
})
export type VersionRow = z.infer<typeof versionRowSchema>

/** The pinned questions of these ids. One statement at most; throws when one is missing or cannot be read. */
export async function loadVersions({
  req,
  ids,
}: {
  req: OperationRequest
  ids: string[]
}): Promise<ReadonlyMap<string, LoadedVersion>> {
  const { versions } = cachesOf(req)
  const found = new Map<string, LoadedVersion>()
  for (const id of ids) {
    const known = versions.get(id)
    if (known) found.set(id, known)
  }
  const missing = ids.filter((id) => !found.has(id))
  if (missing.length > 0) {
    const sql = await sqlOf(req)
    const rows = await sql.rows({
      name: 'grading.versions',
      text: `select "id", "type", "type_version", "body" from "question_versions" where "id" = any($1::uuid[])`,
      values: [missing],
    })
    for (const row of rows) {
      const loaded = toLoadedVersion({ req, row: versionRowSchema.parse(row) })
      found.set(loaded.id, loaded)
    }
  }
  const lost = ids.find((id) => !found.has(id))
  if (lost !== undefined) throw new Error(`There is no question version ${lost}.`)
  return found
}

/** Reads a stored version by its type, and remembers it. */
export function toLoadedVersion({ req, row }: { req: OperationRequest; row: VersionRow }): LoadedVersion {
  const { versions } = cachesOf(req)
  const known = versions.get(row.id)
  if (known) return known
  const type = registriesOf(req.payload).questionTypes.get(row.type)
  if (!type) throw new Error(`The question type ${row.type} of the question version ${row.id} is not installed.`)
  const authored = readAuthored({ type, version: row.type_version, body: row.body })
  if (!authored.ok) throw new Error(`The question version ${row.id} cannot be read: ${authored.error.message}`)
  const loaded: LoadedVersion = { id: row.id, type, authored: authored.value }
  versions.set(row.id, loaded)
  return loaded
}
