import { newId, type OperationRequest } from '@lectern/kernel'
import type { CollectionSlug, PayloadRequest } from 'payload'

export type Imported = 'courses' | 'modules' | 'lessons' | 'tests' | 'questions'
export type KnownDocument = { id: string; contentHash: string | null }
export type Saved = 'created' | 'updated' | 'unchanged'
export type Status = 'draft' | 'published'

/**
 * Writes one imported document with a version of it, in all languages at once (`data` has localized fields by locale),
 * unless its `contentHash` is the stored one.
 *
 * It writes through the database adapter: what is imported has been checked by the content schemas and the question
 * types already, Payload's own operations take one language at a time, and their form validation of rich text costs more
 * than everything else of an import.
 */
export async function saveDocument({
  req,
  collection,
  id,
  known,
  data,
  status,
}: {
  req: OperationRequest
  collection: Imported
  id: string
  known: KnownDocument | undefined
  data: Record<string, unknown> & { contentHash: string }
  status: Status
}): Promise<Saved> {
  if (known?.contentHash === data.contentHash) return 'unchanged'
  const { db } = req.payload
  const now = new Date().toISOString()
  const document = { ...data, _status: status, updatedAt: now }
  const inTransaction = asPayloadRequest(req)
  if (known) await db.updateOne({ collection, id, data: document, req: inTransaction, returning: false })
  else await db.create({ collection, data: { ...document, id, createdAt: now }, req: inTransaction, returning: false })
  await db.createVersion({
    collectionSlug: collection,
    parent: id,
    autosave: false,
    createdAt: now,
    updatedAt: now,
    versionData: { ...document, createdAt: now },
    req: inTransaction,
    returning: false,
  })
  return known ? 'updated' : 'created'
}

/** The id to write under: that of the known document, else a new one. */
export function idFor(known: KnownDocument | undefined): string {
  return known?.id ?? newId()
}

/** The imported documents that match, by their source keys. */
export async function findKnown({
  req,
  collection,
  where,
}: {
  req: OperationRequest
  collection: CollectionSlug
  where: Parameters<OperationRequest['payload']['find']>[0]['where']
}): Promise<Map<string, KnownDocument>> {
  const { docs } = await req.payload.find({
    collection,
    ...(where ? { where } : {}),
    select: { sourceKey: true, contentHash: true },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
    req: asPayloadRequest(req),
  })
  const known = new Map<string, KnownDocument>()
  for (const doc of docs) {
    const { sourceKey, contentHash } = doc as { sourceKey?: unknown; contentHash?: unknown } // by `select`
    if (typeof sourceKey !== 'string') continue
    known.set(sourceKey, { id: String(doc.id), contentHash: typeof contentHash === 'string' ? contentHash : null })
  }
  return known
}

/** An operation's request is what Payload's calls need of one: `payload` and the transaction. */
export function asPayloadRequest(req: OperationRequest): Partial<PayloadRequest> {
  return {
    payload: req.payload as PayloadRequest['payload'],
    ...(req.transactionID === undefined ? {} : { transactionID: req.transactionID }),
  } // `BasePayload` is what `Payload` extends
}
