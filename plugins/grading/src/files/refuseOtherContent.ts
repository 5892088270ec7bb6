import { Readable } from 'node:stream'
import type { FileStore } from '@lectern/kernel'
import { fileTypeFromStream } from 'file-type/node'
import { contentFits } from '../domain/contentFits.ts'
import { fileErrors } from './fileErrors.ts'

/** Bytes that are looked at for what only text may not have. */
const headBytes = 8192

/**
 * Compares what lies in the store with the ending that its name has. The content is looked at, never unpacked or shown.
 * Throws FILE_TYPE_MISMATCH.
 */
export async function refuseOtherContent({
  files,
  id,
  extension,
}: {
  files: FileStore
  id: string
  extension: string
}): Promise<void> {
  const detected = await detect({ files, id })
  const head = await readHead({ files, id })
  if (!contentFits({ extension, detected, head })) throw fileErrors.typeMismatch(extension)
}

async function detect({ files, id }: { files: FileStore; id: string }): Promise<string | undefined> {
  const bytes = await files.read({ key: id })
  if (!bytes) throw fileErrors.interrupted()
  const stream = Readable.from(bytes, { objectMode: false })
  try {
    return (await fileTypeFromStream(stream))?.ext
  } catch {
    // Content that begins like something known and then is not: of no known kind.
    return undefined
  } finally {
    stream.destroy()
  }
}

async function readHead({ files, id }: { files: FileStore; id: string }): Promise<Uint8Array> {
  const bytes = await files.read({ key: id })
  if (!bytes) throw fileErrors.interrupted()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    length += chunk.byteLength
    if (length >= headBytes) break
  }
  return Buffer.concat(chunks).subarray(0, headBytes)
}
