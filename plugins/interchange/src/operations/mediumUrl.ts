import type { OperationRequest } from '@lectern/kernel'

/** The address of a file of the library, as texts of questions and `resolveUploads` have it. */
export function mediumUrl({ req, filename }: { req: OperationRequest; filename: string }): string {
  return `${req.payload.config.routes.api}/media/file/${encodeURIComponent(filename)}`
}
