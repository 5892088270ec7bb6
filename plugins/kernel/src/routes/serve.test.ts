import { request, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyLimit } from './router.ts'
import { serve } from './serve.ts'

let server: Server
let port = 0
beforeAll(async () => {
  server = await serve({
    handler: async (asked) => {
      const text = await asked.text()
      return Response.json({ method: asked.method, path: new URL(asked.url).pathname, length: text.length, end: text.slice(-4) })
    },
    port: 0,
  })
  const address = server.address()
  port = address && typeof address === 'object' ? address.port : 0
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Sends the pieces without saying how long the whole is. */
function send({ method, pieces }: { method: string; pieces: string[] }): Promise<{ length: number; end: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method, path: '/a' }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())))
    })
    sent.once('error', reject)
    for (const piece of pieces) sent.write(piece)
    sent.end()
  })
}

describe('serving', () => {
  it('hands on a body that comes in pieces, whole', async () => {
    expect(await send({ method: 'PUT', pieces: ['{"text":', '"ёж"', '}'] })).toEqual({
      method: 'PUT',
      path: '/a',
      length: 13,
      end: 'ёж"}',
    })
  })

  it('hands on a call without a body', async () => {
    expect(await send({ method: 'POST', pieces: [] })).toMatchObject({ method: 'POST', length: 0 })
  })

  it('keeps of a body without end enough for it to be refused, and no more', async () => {
    const piece = 'x'.repeat(250_000)
    const { length } = await send({ method: 'POST', pieces: Array.from({ length: 40 }, () => piece) })
    expect(length).toBeGreaterThan(bodyLimit)
    expect(length).toBeLessThan(2 * bodyLimit)
  })

  it('passes an event stream on as it comes, and ends it when the server stops', async () => {
    const stopping = new AbortController()
    let ended = false
    const streaming = await serve({
      handler: async () =>
        new Response(
          new ReadableStream({
            start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
            cancel: () => {
              ended = true
            },
          }),
          { headers: { 'content-type': 'text/event-stream' } },
        ),
      port: 0,
      stopping: stopping.signal,
    })
    const address = streaming.address()
    const response = await fetch(`http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}/`)
    const reader = response.body?.getReader()
    const first = await reader?.read()
    stopping.abort()
    const last = await reader?.read()
    await new Promise((resolve) => streaming.close(resolve))
    expect([new TextDecoder().decode(first?.value), last?.done, ended]).toEqual(['data: 1\n\n', true, true])
  })
})
