import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ChannelMessage, registriesOfConfig } from '@lectern/kernel'
import type { BasePayload, Config } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chatWebhookPlugin } from './index.ts'

const secret = 'sixteen characters at least'
const received: { headers: IncomingMessage['headers']; body: string }[] = []
let status = 200
let server: Server
let url = ''

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` // a TCP server's address is an AddressInfo
})
afterAll(() => server.close())

const message: ChannelMessage = {
  id: 'the-same-each-time',
  recipient: { id: '01980000-0000-7000-8000-000000000001', name: 'Ada', email: 'ada@example.org', locale: 'en' },
  siteUrl: 'https://learn.example.org',
  digest: null,
  items: [
    {
      kind: 'forum.reply',
      kindLabel: 'Replies',
      createdAt: '2026-01-01T00:00:00.000Z',
      text: { title: 'A reply', body: 'Read it', action: { label: 'Open', path: 'courses/x/' } },
    },
  ],
}

async function send(to: string) {
  const config = await chatWebhookPlugin({ url: to, secret }).apply({} as Config) // the plugin adds to it and reads nothing of it
  const channel = registriesOfConfig(config).notificationChannels.get('chat-webhook')
  return channel?.send({ req: { payload: {} as BasePayload }, message }) // this channel asks nothing of the platform
}

describe('the channel', () => {
  it('posts the message, signed, with the id that stays the same', async () => {
    status = 200
    const result = await send(url)
    const { headers, body } = received.at(-1) ?? { headers: {}, body: '' }
    expect([result, headers['idempotency-key'], headers['x-lectern-signature'], JSON.parse(body).items[0].link]).toEqual([
      { outcome: 'sent' },
      message.id,
      `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      'https://learn.example.org/en/courses/x/',
    ])
  })

  it.each([
    [429, 'retry'],
    [503, 'retry'],
    [403, 'unavailable'],
    [302, 'unavailable'],
  ])('understands %i as %s', async (code, outcome) => {
    status = code
    expect(await send(url)).toMatchObject({ outcome })
  })

  it('says that nobody can be reached when there is no server', async () => {
    expect(await send('http://127.0.0.1:9/hook')).toMatchObject({ outcome: 'unavailable' })
  })
})
