import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

export type CatalogLine = { number: number; text: string }

/** The lines of an NDJSON file (`.gz` is unpacked) one by one; memory does not grow with the file. Throws on read errors. */
export async function* readCatalog(file: string): AsyncGenerator<CatalogLine> {
  const source = createReadStream(file)
  const plain = file.endsWith('.gz') ? source.pipe(createGunzip()) : source
  // `pipe` does not pass errors on.
  source.on('error', (error) => plain.destroy(error))
  let number = 0
  for await (const text of createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (text !== '') yield { number, text }
  }
}
