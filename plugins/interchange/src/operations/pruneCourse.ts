import type { OperationRequest } from '@lectern/kernel'
import { asPayloadRequest, type Imported } from './saveDocument.ts'
import type { KnownDocuments } from './storeContext.ts'

/** Those that refer before those that are referred to. */
const order: readonly Imported[] = ['tests', 'questions', 'lessons', 'modules']

/** Removes what earlier imports of the course made and this one did not use. Answers how many. */
export async function pruneCourse({
  req,
  known,
  isUsed,
}: {
  req: OperationRequest
  known: KnownDocuments
  isUsed: (collection: Imported, sourceKey: string) => boolean
}): Promise<number> {
  let removed = 0
  for (const collection of order) {
    const ids = [...known[collection]].flatMap(([key, { id }]) => (isUsed(collection, key) ? [] : [id]))
    for (const id of ids) {
      await req.payload.delete({
        collection,
        id,
        depth: 0,
        overrideAccess: true,
        // The importer's caller publishes once, at the end.
        context: { lecternSkipPublishing: true },
        req: asPayloadRequest(req),
      })
    }
    removed += ids.length
  }
  return removed
}
