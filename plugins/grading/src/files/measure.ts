import { createHash } from 'node:crypto'
import { OperationError } from '@lectern/kernel'
import { fileErrors } from './fileErrors.ts'

/**
 * Hands a body on to `write` while it is counted; answers its SHA-256 (hexadecimal). Throws UPLOAD_INTERRUPTED when it has
 * fewer bytes than it was said to have, or its sender goes away, and FILE_TOO_LARGE at the first byte too many.
 */
export async function measure({
  body,
  bytes,
  write,
}: {
  body: AsyncIterable<Uint8Array>
  bytes: number
  write: (body: AsyncIterable<Uint8Array>) => Promise<void>
}): Promise<string> {
  const digest = createHash('sha256')
  async function* counted(): AsyncGenerator<Uint8Array> {
    let length = 0
    for await (const chunk of withoutBreaks(body)) {
      length += chunk.byteLength
      if (length > bytes) throw fileErrors.tooLarge(bytes)
      digest.update(chunk)
      yield chunk
    }
    if (length < bytes) throw fileErrors.interrupted()
  }
  await write(counted())
  return digest.digest('hex')
}

/** A connection that breaks is the sender's and no error of ours. */
async function* withoutBreaks(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = body[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await iterator.next().catch(() => {
        throw fileErrors.interrupted()
      })
      if (next.done) return
      yield next.value
    }
  } finally {
    await iterator.return?.().catch((error: unknown) => {
      if (!(error instanceof OperationError)) return
      throw error
    })
  }
}
