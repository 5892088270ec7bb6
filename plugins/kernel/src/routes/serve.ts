import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { toByteStream } from '../files/toByteStream.ts'
import { bodyLimit } from './router.ts'

/**
 * Serves a `(Request) => Promise<Response>` with node:http on the loopback interface or the given host. Event streams are
 * passed on as they come, everything else whole. `stopping` ends the streams, which would keep a server from closing.
 */
export async function serve({
  handler,
  port,
  host = '127.0.0.1',
  stopping,
}: {
  handler: (request: Request) => Promise<Response>
  port: number
  host?: string
  stopping?: AbortSignal
}): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    forward({ handler, incoming, outgoing, stopping }).catch(() => outgoing.destroy())
  })
  // Longer than a proxy in front keeps an idle connection, so that it never sends a request into one that is being closed.
  server.keepAliveTimeout = 75_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return server
}

async function forward({
  handler,
  incoming,
  outgoing,
  stopping,
}: {
  handler: (request: Request) => Promise<Response>
  incoming: IncomingMessage
  outgoing: ServerResponse
  stopping: AbortSignal | undefined
}): Promise<void> {
  const response = await handler(await toRequest(incoming))
  outgoing.statusCode = response.status
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') outgoing.setHeader(name, value)
  })
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
  if (response.body && response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await passOn({ body: response.body, outgoing, stopping })
    return
  }
  // What was refused before it was read: the rest is let go by, and the connection is not used again.
  if (!incoming.complete) {
    outgoing.setHeader('connection', 'close')
    incoming.resume()
  }
  // Files say how long they are and go out as they are read; everything else is small.
  if (response.body && response.headers.has('content-length')) {
    await pipeline(Readable.from(response.body), outgoing)
    return
  }
  const body = response.body ? Buffer.from(await response.arrayBuffer()) : undefined
  outgoing.setHeader('content-length', body?.byteLength ?? 0)
  outgoing.end(body)
}

/** Sends a stream as it comes, until it ends, the asker goes away or the server stops; its source is told of the last two. */
async function passOn({
  body,
  outgoing,
  stopping,
}: {
  body: ReadableStream<Uint8Array>
  outgoing: ServerResponse
  stopping: AbortSignal | undefined
}): Promise<void> {
  const reader = body.getReader()
  // Cancelling ends a read that waits, which may otherwise wait for ever.
  const cancel = () => void reader.cancel().catch(() => {})
  outgoing.once('close', cancel)
  stopping?.addEventListener('abort', cancel, { once: true })
  outgoing.flushHeaders()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (!outgoing.write(next.value)) await untilDrained(outgoing)
  }
  stopping?.removeEventListener('abort', cancel)
  outgoing.end()
}

function untilDrained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      outgoing.off('drain', go).off('close', go)
      resolve()
    }
    outgoing.once('drain', go).once('close', go)
  })
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value)
    else for (const item of value ?? []) headers.append(name, item)
  }
  const url = `http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`
  const method = incoming.method ?? 'GET'
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method: 'GET', headers })
  if (isJson(headers)) return new Request(url, { method, headers, body: await readBody(incoming) })
  // An answer that comes before all bytes have must still find its way, so the connection outlives the reader.
  const body = toByteStream(incoming.iterator({ destroyOnReturn: false }))
  const init = { method, headers, body, duplex: 'half' }
  return new Request(url, init)
}

function isJson(headers: Headers): boolean {
  const type = headers.get('content-type')
  return type === null || type.toLowerCase().startsWith('application/json')
}

/** JSON as bytes, because a stream costs a small request more than its work. One byte past the limit is enough to be refused. */
async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming) {
    if (length <= bodyLimit) chunks.push(chunk)
    length += chunk.length
  }
  return new Uint8Array(Buffer.concat(chunks))
}
