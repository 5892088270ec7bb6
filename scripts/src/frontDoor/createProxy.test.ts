import http, { type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createProxy } from './createProxy.ts'

const proxy = createProxy({ trustProxy: false })
let upstream: Server
let door: Server
let address = ''

const listen = (server: Server) =>
  new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))) // a TCP server's address is an AddressInfo

beforeAll(async () => {
  upstream = http.createServer((request, response) => {
    if (request.url !== '/stream') return response.end('answer')
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('data: first\n\n')
  })
  const origin = `http://127.0.0.1:${await listen(upstream)}`
  door = http.createServer((request, response) => proxy.web({ request, response, origin, target: request.url ?? '/' }))
  address = `http://127.0.0.1:${await listen(door)}`
})
afterAll(() => {
  for (const server of [door, upstream]) {
    server.closeAllConnections()
    server.close()
  }
  proxy.close()
})

it('answers others while more event streams are open than it has connections for others', async () => {
  const hangUp = new AbortController()
  const headers = { accept: 'text/event-stream' }
  const streams = await Promise.all(
    Array.from({ length: 300 }, () => fetch(`${address}/stream`, { headers, signal: hangUp.signal })),
  )
  const firsts = await Promise.all(streams.map(async ({ body }) => (await body?.getReader().read())?.value))
  const answer = await fetch(`${address}/page`)
  const text = await answer.text()
  hangUp.abort()
  expect([new Set(firsts.map((bytes) => new TextDecoder().decode(bytes))), text]).toEqual([
    new Set(['data: first\n\n']),
    'answer',
  ])
})
