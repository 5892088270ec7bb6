import type { OperationRequest } from '@lectern/kernel'
import type { CollectionSlug } from 'payload'
import { asPayloadRequest } from './saveDocument.ts'

/** All documents that match, in all languages. */
export async function findAll({
  req,
  collection,
  where,
}: {
  req: OperationRequest
  collection: CollectionSlug
  where: NonNullable<Parameters<OperationRequest['payload']['find']>[0]['where']>
}): Promise<unknown[]> {
  const { docs } = await req.payload.find({
    collection,
    where,
    locale: 'all',
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
    req: asPayloadRequest(req),
  })
  return docs
}
