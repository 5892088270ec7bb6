import http, { type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import https from 'node:https'
import type { Duplex } from 'node:stream'
import { sendProblem } from './sendProblem.ts'

export type Proxy = {
  /** `origin` such as http://127.0.0.1:3000, `target` path and query. */
  web: (options: { request: IncomingMessage; response: ServerResponse; origin: string; target: string }) => void
  upgrade: (options: { request: IncomingMessage; socket: Duplex; head: Buffer; origin: string; target: string }) => void
  close: () => void
}

/** Of this connection only (RFC 9110, 7.6.1); not to be passed on. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/**
 * Passes requests on and answers back, streaming both ways. `trustProxy`: X-Forwarded-* that come in are from a proxy of
 * ours and are extended; otherwise they could be anybody's claim and are replaced.
 */
export function createProxy({ trustProxy }: { trustProxy: boolean }): Proxy {
  const agents = {
    'http:': new http.Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 64 }),
    'https:': new https.Agent({ keepAlive: true, maxSockets: 64, maxFreeSockets: 16 }),
  }
  // An event stream stays open as long as its page does: a few hundred of them must not use up the connections of all others.
  const streamAgents = { 'http:': new http.Agent(), 'https:': new https.Agent() }

  const open = ({
    request,
    origin,
    target,
    headers,
  }: {
    request: IncomingMessage
    origin: string
    target: string
    headers: OutgoingHttpHeaders
  }) => {
    const { protocol, hostname, port } = new URL(origin)
    const secure = protocol === 'https:'
    const pool = request.headers.accept?.startsWith('text/event-stream') ? streamAgents : agents
    return (secure ? https : http).request({
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port: port || (secure ? 443 : 80),
      path: target,
      method: request.method,
      headers,
      agent: secure ? pool['https:'] : pool['http:'],
    })
  }

  const attempt = ({
    request,
    response,
    origin,
    target,
    again,
  }: {
    request: IncomingMessage
    response: ServerResponse
    origin: string
    target: string
    again: boolean
  }) => {
    const hasBody = request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
    const upstream = open({ request, origin, target, headers: forwardedHeaders({ request, origin, trustProxy }) })
    let answered = false
    upstream.on('response', (answer) => {
      answered = true
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage ?? '', keepEndToEnd(answer.rawHeaders))
      // Headers of an event stream must not wait for its first event.
      response.flushHeaders()
      answer.pipe(response)
      answer.on('error', () => response.destroy())
      answer.on('aborted', () => response.destroy())
    })
    upstream.on('error', () => {
      if (answered || response.destroyed) {
        response.destroy()
        return
      }
      // The other side closed a kept connection in the moment we used it: nothing was done yet, so once more is safe.
      const safe = (request.method === 'GET' || request.method === 'HEAD') && !hasBody
      if (upstream.reusedSocket && safe && !again) attempt({ request, response, origin, target, again: true })
      else sendProblem({ request, response, problem: 'unavailable' })
    })
    response.once('close', () => upstream.destroy())
    if (hasBody) request.pipe(upstream)
    else upstream.end()
  }

  return {
    web: (options) => attempt({ ...options, again: false }),
    upgrade({ request, socket, head, origin, target }) {
      const headers = {
        ...forwardedHeaders({ request, origin, trustProxy }),
        connection: 'Upgrade',
        upgrade: request.headers.upgrade ?? 'websocket',
      }
      const upstream = open({ request, origin, target, headers })
      socket.on('error', () => upstream.destroy())
      upstream.on('error', () => socket.destroy())
      upstream.on('response', (answer) => {
        // Refused: the answer is passed on and the connection ends.
        socket.write(
          `HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\n${toLines(keepEndToEnd(answer.rawHeaders))}connection: close\r\n\r\n`,
        )
        answer.pipe(socket)
      })
      upstream.on('upgrade', (answer, upstreamSocket, upstreamHead) => {
        socket.write(`HTTP/1.1 101 Switching Protocols\r\n${toLines(answer.rawHeaders)}\r\n`)
        if (upstreamHead.length > 0) socket.write(upstreamHead)
        if (head.length > 0) upstreamSocket.write(head)
        upstreamSocket.on('error', () => socket.destroy())
        upstreamSocket.on('close', () => socket.destroy())
        socket.on('close', () => upstreamSocket.destroy())
        upstreamSocket.pipe(socket).pipe(upstreamSocket)
      })
      upstream.end()
    },
    close() {
      for (const agent of Object.values(streamAgents)) agent.destroy()
      agents['http:'].destroy()
      agents['https:'].destroy()
    },
  }
}

/** Our own processes keep the Host that the browser asked for; a foreign server needs its own name. */
function forwardedHeaders({
  request,
  origin,
  trustProxy,
}: {
  request: IncomingMessage
  origin: string
  trustProxy: boolean
}): OutgoingHttpHeaders {
  const named = new Set((request.headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase()))
  const headers: OutgoingHttpHeaders = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (!hopByHop.has(name) && !named.has(name)) headers[name] = value
  }
  const address = request.socket.remoteAddress ?? ''
  const claimed = (name: string) => (trustProxy ? String(request.headers[name] ?? '') : '')
  headers['x-forwarded-for'] = [claimed('x-forwarded-for'), address].filter(Boolean).join(', ')
  headers['x-forwarded-proto'] = claimed('x-forwarded-proto') || ('encrypted' in request.socket ? 'https' : 'http')
  headers['x-forwarded-host'] = claimed('x-forwarded-host') || (request.headers.host ?? '')
  delete headers['x-forwarded-port']
  delete headers.forwarded
  const { hostname, host } = new URL(origin)
  if (hostname !== '127.0.0.1' && hostname !== 'localhost') headers.host = host
  return headers
}

function keepEndToEnd(raw: string[]): string[] {
  const kept: string[] = []
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] ?? ''
    if (!hopByHop.has(name.toLowerCase())) kept.push(name, raw[index + 1] ?? '')
  }
  return kept
}

function toLines(raw: string[]): string {
  let lines = ''
  for (let index = 0; index < raw.length; index += 2) lines += `${raw[index]}: ${raw[index + 1]}\r\n`
  return lines
}
