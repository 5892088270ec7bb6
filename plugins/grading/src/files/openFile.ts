import { type FileStore, type OperationRequest, sqlOf, toByteStream } from '@lectern/kernel'
import { fileErrors } from './fileErrors.ts'

/**
 * A file that is there, as a download: never shown in the browser, whatever it is, and never kept on the way. `learner` null is
 * for those who may see the attempt, which the caller has found out. Throws FILE_NOT_FOUND.
 */
export async function openFile({
  req,
  files,
  file,
  attempt,
  learner,
}: {
  req: OperationRequest
  files: FileStore
  file: string
  attempt: string
  learner: string | null
}): Promise<Response> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ name: string; bytes: string | number }>({
    name: 'grading.openFile',
    text: `select "name", "bytes" from "attempt_files"
           where "id" = $1 and "attempt_id" = $2 and ($3::uuid is null or "learner_id" = $3) and "state" = 'stored'`,
    values: [file, attempt, learner],
  })
  const bytes = rows[0] ? await files.read({ key: file }) : null
  if (!rows[0] || !bytes) throw fileErrors.notFound()
  return new Response(toByteStream(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(Number(rows[0].bytes)),
      'content-disposition': attachment(rows[0].name),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  })
}

/** RFC 6266: the name for old programs in ASCII, for all others as it is. */
function attachment(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_')
    .trim()
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
