import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../ports.ts'
import { openConnection } from './httpConnection.ts'

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const text = `${request.method} ${request.url} ${request.headers.cookie ?? '-'} ${Buffer.concat(chunks)}`
    const body = request.url === '/long' ? 'x'.repeat(1_000_000) : text
    response.writeHead(request.url === '/missing' ? 404 : 200, { 'Content-Length': Buffer.byteLength(body) })
    response.end(body)
  })
})
let port = 0
beforeAll(async () => {
  port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('a connection', () => {
  it('asks one question after another', async () => {
    const connection = await openConnection({ port })
    const first = await connection.ask({ method: 'PUT', path: '/a', cookie: 'c=1', body: { text: 'ё' } })
    const second = await connection.ask({ method: 'GET', path: '/missing' })
    connection.close()
    expect([first.status, first.body.toString()]).toEqual([200, 'PUT /a c=1 {"text":"ё"}'])
    expect([second.status, second.body.toString()]).toEqual([404, 'GET /missing - '])
  })

  it('reads an answer that comes in many pieces', async () => {
    const connection = await openConnection({ port })
    const { body } = await connection.ask({ method: 'GET', path: '/long' })
    connection.close()
    expect(body.length).toBe(1_000_000)
  })
})
