import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

/** One line of a file: its text without the line feed, where it begins and how long it is in bytes, and its 1-based number. */
export type FileLine = { text: string; offset: number; bytes: number; line: number }

export type ReadLinesResult = { lines: number; bytes: number; sha256: string }

const chunkBytes = 1 << 20
const lineFeed = 0x0a

/**
 * Reads a file line by line without holding more than one chunk and one line, and digests it on the way. Empty lines are
 * counted but not handed over.
 */
export function readLines({ file, onLine }: { file: string; onLine: (line: FileLine) => void }): ReadLinesResult {
  const descriptor = openSync(file, 'r')
  const digest = createHash('sha256')
  const chunk = Buffer.allocUnsafe(chunkBytes)
  let pending: Buffer[] = []
  let pendingBytes = 0
  let offset = 0
  let line = 0

  const finish = (tail: Buffer): void => {
    line += 1
    const whole = pending.length === 0 ? tail : Buffer.concat([...pending, tail])
    pending = []
    pendingBytes = 0
    if (whole.length > 0) onLine({ text: whole.toString('utf8'), offset, bytes: whole.length, line })
    offset += whole.length + 1
  }

  try {
    let total = 0
    for (;;) {
      const count = readSync(descriptor, chunk, 0, chunkBytes, null)
      if (count === 0) break
      total += count
      const read = chunk.subarray(0, count)
      digest.update(read)
      let start = 0
      for (let end = read.indexOf(lineFeed, start); end !== -1; end = read.indexOf(lineFeed, start)) {
        finish(read.subarray(start, end))
        start = end + 1
      }
      if (start < count) {
        // Copied, because the chunk is overwritten by the next read.
        pending.push(Buffer.from(read.subarray(start)))
        pendingBytes += count - start
      }
    }
    if (pendingBytes > 0) finish(Buffer.alloc(0))
    return { lines: line, bytes: total, sha256: digest.digest('hex') }
  } finally {
    closeSync(descriptor)
  }
}
