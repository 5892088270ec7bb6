import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { isCompressible } from './contentTypes.ts'
import { type Encoding, encodeBody, type StoredFile } from './fileStore.ts'
import { parseRange } from './parseRange.ts'

/** Answers with a file: conditional requests, ranges, compression, HEAD. `headers` win over what follows from the file. */
export async function sendFile({
  request,
  response,
  file,
  status = 200,
  headers,
}: {
  request: IncomingMessage
  response: ServerResponse
  file: StoredFile
  status?: number
  headers: [string, string][]
}): Promise<void> {
  const range = status === 200 ? readRange({ request, file }) : null
  // A range counts bytes of the file as it lies there, so it is never compressed.
  const encoded = range ? null : await encodeBody({ file, acceptEncoding: header(request, 'accept-encoding') })
  const encoding = encoded?.encoding ?? 'identity'
  const tag = entityTag({ file, encoding })
  const base = withDefaults({
    headers,
    defaults: [
      ['Content-Type', file.contentType],
      ['ETag', tag],
      ['Last-Modified', new Date(file.modified).toUTCString()],
      ['Accept-Ranges', 'bytes'],
      ['X-Content-Type-Options', 'nosniff'],
      ...(isCompressible(file.contentType) ? [['Vary', 'Accept-Encoding'] satisfies [string, string]] : []),
    ],
  })

  if (status === 200 && isNotModified({ request, file, tag })) {
    response.writeHead(304, flatten(base.filter(([name]) => !/^(content-type|accept-ranges)$/i.test(name))))
    response.end()
    return
  }
  if (range === 'unsatisfiable') {
    response.writeHead(416, flatten([...base, ['Content-Range', `bytes */${file.size}`], ['Content-Length', '0']]))
    response.end()
    return
  }
  if (range) {
    const length = range.end - range.start + 1
    const partial: [string, string][] = [
      ['Content-Range', `bytes ${range.start}-${range.end}/${file.size}`],
      ['Content-Length', String(length)],
    ]
    response.writeHead(206, flatten([...base, ...partial]))
    if (request.method === 'HEAD') response.end()
    else if (file.body) response.end(file.body.subarray(range.start, range.end + 1))
    else await stream({ file, response, range })
    return
  }
  const whole: [string, string][] = [['Content-Length', String(encoded?.body.length ?? file.size)]]
  if (encoding !== 'identity') whole.push(['Content-Encoding', encoding])
  response.writeHead(status, flatten([...base, ...whole]))
  if (request.method === 'HEAD') response.end()
  else if (encoded) response.end(encoded.body)
  else await stream({ file, response, range: null })
}

async function stream({
  file,
  response,
  range,
}: {
  file: StoredFile
  response: ServerResponse
  range: { start: number; end: number } | null
}): Promise<void> {
  // When the reader goes away, pipeline closes the file and says so; there is nobody left to tell.
  await pipeline(createReadStream(file.file, range ?? { start: 0, end: Math.max(0, file.size - 1) }), response).catch(() =>
    response.destroy(),
  )
}

function readRange({ request, file }: { request: IncomingMessage; file: StoredFile }) {
  const wanted = header(request, 'range')
  if (!wanted) return null
  const condition = header(request, 'if-range')
  if (condition && !isCurrent({ condition, file })) return null
  return parseRange({ header: wanted, size: file.size })
}

function isCurrent({ condition, file }: { condition: string; file: StoredFile }): boolean {
  if (condition.includes('"')) return condition === entityTag({ file, encoding: 'identity' })
  return Date.parse(condition) === Math.floor(file.modified / 1000) * 1000
}

/** `If-None-Match` decides alone when it is there. */
function isNotModified({ request, file, tag }: { request: IncomingMessage; file: StoredFile; tag: string }): boolean {
  const tags = header(request, 'if-none-match')
  if (tags) return tags.trim() === '*' || tags.split(',').some((entry) => entry.trim().replace(/^W\//, '') === tag)
  const since = header(request, 'if-modified-since')
  return since !== undefined && Math.floor(file.modified / 1000) * 1000 <= Date.parse(since)
}

function entityTag({ file, encoding }: { file: StoredFile; encoding: Encoding }): string {
  return encoding === 'identity' ? `"${file.tag}"` : `"${file.tag}-${encoding}"`
}

function withDefaults({ headers, defaults }: { headers: [string, string][]; defaults: [string, string][] }): [string, string][] {
  const given = new Set(headers.map(([name]) => name.toLowerCase()))
  return [...headers, ...defaults.filter(([name]) => !given.has(name.toLowerCase()))]
}

function flatten(headers: [string, string][]): string[] {
  return headers.flat()
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}
