import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { OperationRequest } from '@lectern/kernel'
import { z } from 'zod'
import { mediumUrl } from './mediumUrl.ts'
import { asPayloadRequest } from './saveDocument.ts'

export type StoredMedium = { digest: string; filename: string; absolute: string }
export type MediaLibrary = {
  byId: ReadonlyMap<string, StoredMedium>
  byDigest: ReadonlyMap<string, StoredMedium>
  byUrl: ReadonlyMap<string, StoredMedium>
}

const rowSchema = z.object({ id: z.coerce.string(), filename: z.string(), contentHash: z.string().nullish() })

/** The files of the media library that are there, by id and by the digest that links name them with. */
export async function readMedia(req: OperationRequest): Promise<MediaLibrary> {
  const folder = req.payload.collections.media?.config.upload?.staticDir ?? ''
  const { docs } = await req.payload.find({
    collection: 'media',
    select: { filename: true, contentHash: true },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
    req: asPayloadRequest(req),
  })
  const byId = new Map<string, StoredMedium>()
  const byDigest = new Map<string, StoredMedium>()
  const byUrl = new Map<string, StoredMedium>()
  for (const doc of docs) {
    const row = rowSchema.safeParse(doc)
    if (!row.success) continue
    const { id, filename, contentHash } = row.data
    // Uploaded by hand, a file has no digest yet; its id names it as well within one export.
    const medium = { digest: contentHash ?? id, filename, absolute: join(folder, filename) }
    if (!existsSync(medium.absolute)) continue
    byId.set(id, medium)
    byDigest.set(medium.digest, medium)
    byUrl.set(mediumUrl({ req, filename }), medium)
  }
  return { byId, byDigest, byUrl }
}
