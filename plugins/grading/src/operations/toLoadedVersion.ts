import { type Hint, readHints } from '@lectern/content-schemas'
import { type AnyQuestionType, type OperationRequest, readAuthored, registriesOf } from '@lectern/kernel'
import { z } from 'zod'
import { cachesOf } from './caches.ts'

/** A pinned question, ready for its type's functions. It holds the key: it never leaves the server. */
export type LoadedVersion = { id: string; type: AnyQuestionType; authored: unknown; hints: Hint[] }

export const versionRowSchema = z.object({
  id: z.string(),
  type: z.string(),
  type_version: z.coerce.number(),
  body: z.unknown(),
})
type VersionRow = z.infer<typeof versionRowSchema>

/** Reads a stored version by its type, and remembers it. Throws when its type is not installed or cannot read it. */
export function toLoadedVersion({ req, row }: { req: OperationRequest; row: VersionRow }): LoadedVersion {
  const { versions } = cachesOf(req)
  const known = versions.get(row.id)
  if (known) return known
  const type = registriesOf(req.payload).questionTypes.get(row.type)
  if (!type) throw new Error(`The question type ${row.type} of the question version ${row.id} is not installed.`)
  const authored = readAuthored({ type, version: row.type_version, body: row.body })
  if (!authored.ok) throw new Error(`The question version ${row.id} cannot be read: ${authored.error.message}`)
  const loaded: LoadedVersion = { id: row.id, type, authored: authored.value, hints: readHints(row.body) }
  versions.set(row.id, loaded)
  return loaded
}
