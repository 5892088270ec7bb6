import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import http, { type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { signEntitlement } from '@lectern/content-schemas/entitlement'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFrontDoor, type FrontDoor } from './createFrontDoor.ts'
import { parseNetlifyRules } from './netlifyRules.ts'

const secret = 'a secret of the test that is long enough'
const now = 1_700_000_000
const words = 'Lectern '.repeat(400)
const film = Buffer.from(Array.from({ length: 3 * 1024 * 1024 }, (_, index) => index % 251))
const lesson = '/en/courses/iot/farm/plants/'

let folder: string
let cms: Server
let api: Server
let door: FrontDoor
let port: number
let unreachable: FrontDoor
let unreachablePort: number
const errors: unknown[] = []

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string }

const ask = (path: string, options: { method?: string; headers?: Record<string, string>; body?: string; port?: number } = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const request = http.request(
      {
        port: options.port ?? port,
        host: '127.0.0.1',
        path,
        method: options.method ?? 'GET',
        headers: options.headers,
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const body = Buffer.concat(chunks)
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString() })
        })
      },
    )
    request.on('error', reject)
    request.end(options.body)
  })

/** What a socket answers to bytes that no HTTP client would send. */
const askRaw = (bytes: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(bytes))
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })

const put = (path: string, content: string | Buffer) => {
  const full = join(folder, path)
  mkdirSync(join(full, '..'), { recursive: true })
  writeFileSync(full, content)
}
const listen = (server: Server) =>
  new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))) // a TCP server's address is an AddressInfo
const readAll = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
const echo = (name: string) =>
  http.createServer(async (request, response) => {
    const body = await readAll(request)
    response.writeHead(request.url?.includes('teapot') ? 418 : 200, {
      'content-type': 'application/json',
      'set-cookie': ['a=1', 'b=2'],
    })
    response.end(JSON.stringify({ name, url: request.url, method: request.method, headers: request.headers, body }))
  })
const entitled = async (courses: string[], exp = now + 600) =>
  `lectern-access=${await signEntitlement({ entitlement: { sub: 'learner', courses, exp }, secret })}`

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-door-'))
  put('outside.txt', 'not for you')
  put('builds/1/index.html', '<h1>root</h1>')
  put('builds/1/en/index.html', `<h1>Lectern</h1>${words}`)
  put('builds/1/about.html', 'about')
  put('builds/1/404.html', 'no such page')
  put('builds/1/.env', 'SECRET=1')
  put('builds/1/.git/config', 'private')
  put('builds/1/.well-known/security.txt', 'Contact: mailto:security@example.net')
  put('builds/1/_astro/app.abc.js', `export const words = '${words}'`)
  put('builds/1/film.mp4', film)
  put('builds/1/empty.txt', '')
  put('builds/1/тест/index.html', 'кириллица')
  put(`builds/1-protected${lesson}index.html`, 'the lesson')
  put('builds/1-protected/loose.html', 'belongs to no course')
  symlinkSync(join(folder, 'outside.txt'), join(folder, 'builds/1/link.txt'))
  symlinkSync(join(folder, 'builds/1'), join(folder, 'site'))

  cms = echo('cms')
  api = echo('api')
  cms.on('upgrade', (request, socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
    socket.end(`hello ${request.url}`)
  })
  const [cmsPort, apiPort] = [await listen(cms), await listen(api)]
  const options = {
    site: join(folder, 'site'),
    cmsPlaceholder: 'https://cms.example.org',
    entitlementSecret: secret,
    trustProxy: false,
    onError: (error: unknown) => errors.push(error),
    now: () => now,
    rules: parseNetlifyRules(`
[[redirects]]
from = "/media/*"
to = "https://cms.example.org/api/media/file/:splat"
status = 200
[[redirects]]
from = "/about"
to = "/never"
status = 302
[[redirects]]
from = "/moved/*"
to = "/en/:splat"
status = 301
[[redirects]]
from = "/shown-as"
to = "/about.html"
status = 200
[[redirects]]
from = "/gone/*"
to = "/about.html"
status = 404
[[redirects]]
from = "/forced"
to = "/en/"
status = 302
force = true
[[headers]]
for = "/*"
[headers.values]
Referrer-Policy = "strict-origin"
`),
  }
  door = createFrontDoor({ ...options, cmsOrigin: `http://127.0.0.1:${cmsPort}`, apiOrigin: `http://127.0.0.1:${apiPort}` })
  port = await listen(door.server)
  unreachable = createFrontDoor({ ...options, cmsOrigin: 'http://127.0.0.1:1', apiOrigin: 'http://127.0.0.1:1' })
  unreachablePort = await listen(unreachable.server)
})
afterAll(async () => {
  await Promise.all([door.close({ limit: 100 }), unreachable.close({ limit: 100 })])
  for (const server of [cms, api]) {
    server.closeAllConnections()
    server.close()
  }
  rmSync(folder, { recursive: true })
  expect(errors).toEqual([])
})

describe('static files', () => {
  it('serves the page of a folder', async () => {
    const page = await ask('/en/')
    expect(page).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=0, must-revalidate' },
    })
    expect(page.text).toContain('<h1>Lectern</h1>')
  })

  it('adds the headers of netlify.toml', async () => {
    expect((await ask('/en/')).headers['referrer-policy']).toBe('strict-origin')
  })

  it('sends a folder without a slash to the one with it, query kept', async () => {
    expect(await ask('/en?q=1')).toMatchObject({ status: 301, headers: { location: '/en/?q=1' } })
  })

  it('finds a page by its clean address', async () => {
    expect(await ask('/about')).toMatchObject({ status: 200, text: 'about' })
  })

  it('finds names in any alphabet', async () => {
    expect(await ask('/%D1%82%D0%B5%D1%81%D1%82/')).toMatchObject({ status: 200, text: 'кириллица' })
  })

  it('answers HEAD with the headers of GET and no body', async () => {
    const [head, get] = [await ask('/about', { method: 'HEAD' }), await ask('/about')]
    expect(head).toMatchObject({ status: 200, text: '' })
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
  })

  it('serves an empty file', async () => {
    expect(await ask('/empty.txt')).toMatchObject({ status: 200, text: '', headers: { 'content-length': '0' } })
  })

  it('serves the page for unknown addresses with 404', async () => {
    expect(await ask('/nowhere/at/all')).toMatchObject({ status: 404, text: 'no such page' })
  })

  it('only reads', async () => {
    expect(await ask('/en/', { method: 'POST', body: 'x' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
    expect(await ask('/nowhere', { method: 'DELETE' })).toMatchObject({ status: 405 })
  })

  it('keeps files with a hash in their name for a year', async () => {
    expect((await ask('/_astro/app.abc.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip;q=0.5', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ])('compresses for a browser that takes %s', async (accepted, encoding, decompress) => {
    const page = await ask('/en/', { headers: { 'accept-encoding': accepted } })
    expect(page.headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' })
    expect(page.body.length).toBeLessThan(words.length / 4)
    expect(decompress(page.body).toString()).toContain(words)
  })

  it('does not compress for a browser that asks for nothing', async () => {
    expect((await ask('/en/')).headers['content-encoding']).toBeUndefined()
  })
})

describe('conditional requests', () => {
  it('answers 304 to the tag it gave, in every encoding', async () => {
    for (const accepted of ['br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': accepted }
      const { etag = '' } = (await ask('/en/', { headers })).headers
      expect(await ask('/en/', { headers: { ...headers, 'if-none-match': `"other", W/${etag}` } })).toMatchObject({
        status: 304,
        text: '',
        headers: { etag },
      })
    }
  })

  it('lets the tag decide over the date', async () => {
    const headers = { 'if-none-match': '"other"', 'if-modified-since': new Date(Date.now() + 60_000).toUTCString() }
    expect((await ask('/en/', { headers })).status).toBe(200)
  })

  it('answers 304 when nothing was changed since', async () => {
    const modified = (await ask('/en/')).headers['last-modified'] ?? ''
    expect((await ask('/en/', { headers: { 'if-modified-since': modified } })).status).toBe(304)
    expect((await ask('/en/', { headers: { 'if-modified-since': new Date(0).toUTCString() } })).status).toBe(200)
  })
})

describe('ranges', () => {
  it.each(['/film.mp4', '/en/'])('serves a part of %s', async (path) => {
    const whole = await ask(path)
    const part = await ask(path, { headers: { range: 'bytes=100-199', 'accept-encoding': 'br' } })
    expect(part).toMatchObject({
      status: 206,
      headers: { 'content-range': `bytes 100-199/${whole.body.length}`, 'content-length': '100' },
    })
    expect(part.body.equals(whole.body.subarray(100, 200))).toBe(true)
  })

  it('serves a large file whole', async () => {
    expect((await ask('/film.mp4')).body.equals(film)).toBe(true)
  })

  it('answers 416 beyond the end', async () => {
    expect(await ask('/film.mp4', { headers: { range: 'bytes=99999999-' } })).toMatchObject({
      status: 416,
      headers: { 'content-range': `bytes */${film.length}` },
    })
  })

  it('sends the whole when the part belongs to another version', async () => {
    const { etag = '' } = (await ask('/film.mp4', { method: 'HEAD' })).headers
    const range = 'bytes=0-9'
    expect((await ask('/film.mp4', { headers: { range, 'if-range': etag } })).status).toBe(206)
    expect((await ask('/film.mp4', { headers: { range, 'if-range': '"older"' } })).status).toBe(200)
  })
})

describe('what must not be served', () => {
  it.each(['/.env', '/.git/config', '/en/.hidden', '/.well-known/.env'])('keeps %s hidden', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, text: 'no such page' })
  })

  it('serves what is well known', async () => {
    expect((await ask('/.well-known/security.txt')).status).toBe(200)
  })

  it('does not follow a link out of the site', async () => {
    expect((await ask('/link.txt')).status).toBe(404)
  })

  it.each([
    '/../outside.txt',
    '/en/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/..%5coutside.txt',
    '/about.html%00',
    '/%zz',
    '//evil.example',
  ])('refuses %s', async (path) => {
    const answer = await askRaw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).not.toContain('not for you')
  })

  it('refuses climbing on the way to the admin too', async () => {
    expect(await askRaw('GET /admin/../api/learn HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('refuses oversized headers', async () => {
    const answer = await askRaw(`GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 431 /)
  })

  it('refuses a request that claims two lengths', async () => {
    const answer = await askRaw(
      'POST /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('redirects', () => {
  it('lets a page that exists win over a rule', async () => {
    expect((await ask('/about')).text).toBe('about')
  })

  it.each([
    ['/moved/courses/?a=1', 301, '/en/courses/?a=1'],
    ['/forced', 302, '/en/'],
  ])('sends %s elsewhere', async (path, status, location) => {
    expect(await ask(path)).toMatchObject({ status, headers: { location } })
  })

  it('shows one page under the address of another', async () => {
    expect(await ask('/shown-as')).toMatchObject({ status: 200, text: 'about' })
  })

  it('shows a page of its own for what is gone', async () => {
    expect(await ask('/gone/for/good')).toMatchObject({ status: 404, text: 'about' })
  })

  it('brings what netlify.toml sends to the CMS to the one that runs here', async () => {
    expect(JSON.parse((await ask('/media/a.png?w=2')).text)).toMatchObject({ name: 'cms', url: '/api/media/file/a.png?w=2' })
  })
})

describe('protected lessons', () => {
  it('serves the lesson to who may read it, to be stored nowhere', async () => {
    const page = await ask(lesson, { headers: { cookie: await entitled(['other', 'iot']) } })
    expect(page).toMatchObject({ status: 200, text: 'the lesson', headers: { 'cache-control': 'private, no-store' } })
  })

  const refused = {
    status: 302,
    headers: { location: '/en/courses/iot/?locked=farm/plants', 'cache-control': 'private, no-store' },
  }

  it('sends a visitor to the course', async () => {
    expect(await ask(lesson)).toMatchObject(refused)
  })

  it.each([
    ['another course', async () => entitled(['other'])],
    ['an expired statement', async () => entitled(['iot'], now - 1)],
    ['a changed statement', async () => (await entitled(['iot'])).replace('=', '=A')],
    ['nonsense', async () => 'lectern-access=a.b'],
    [
      'an unsigned statement',
      async () => `lectern-access=${Buffer.from('{"sub":"x","courses":["iot"],"exp":9999999999}').toString('base64url')}.`,
    ],
  ])('refuses %s', async (_, cookie) => {
    expect(await ask(lesson, { headers: { cookie: await cookie() } })).toMatchObject(refused)
  })

  it('asks the learner API once for somebody who is signed in, then gives up', async () => {
    const first = await ask(lesson, { headers: { cookie: 'payload-token=abc' } })
    expect(first).toMatchObject({
      status: 302,
      headers: { location: `/api/learn/entitlement?return=${encodeURIComponent(lesson)}` },
    })
    const asked = first.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    expect(await ask(lesson, { headers: { cookie: `payload-token=abc; ${asked}` } })).toMatchObject(refused)
  })

  it('asks anew for another course', async () => {
    const answer = await ask(lesson, { headers: { cookie: 'payload-token=abc; lectern-asked=other' } })
    expect(answer.headers.location).toContain('/api/learn/entitlement')
  })

  it('does not answer 304 to somebody who may not read', async () => {
    const page = await ask(lesson, { headers: { cookie: await entitled(['iot']) } })
    expect((await ask(lesson, { headers: { 'if-none-match': page.headers.etag ?? '' } })).status).toBe(302)
  })

  it('does not serve a protected page that no course owns', async () => {
    expect((await ask('/loose.html', { headers: { cookie: await entitled(['iot']) } })).status).toBe(404)
  })
})

describe('passing on', () => {
  it.each([
    ['/api/learn/auth/me', 'api'],
    ['/api/users?limit=1', 'cms'],
    ['/admin', 'cms'],
    ['/admin/collections/courses?a=%2F', 'cms'],
    ['/_next/static/x.js', 'cms'],
  ])('brings %s to the %s', async (path, name) => {
    expect(JSON.parse((await ask(path)).text)).toMatchObject({ name, url: path })
  })

  it('carries body, status and every cookie', async () => {
    const answer = await ask('/api/teapot', { method: 'POST', body: words, headers: { 'content-type': 'text/plain' } })
    expect(answer).toMatchObject({ status: 418, headers: { 'set-cookie': ['a=1', 'b=2'] } })
    expect(JSON.parse(answer.text)).toMatchObject({ method: 'POST', body: words })
  })

  it('says who asked, and does not believe who claims to be another', async () => {
    const headers = {
      host: 'learn.example.net',
      'x-forwarded-for': '6.6.6.6',
      forwarded: 'for=6.6.6.6',
      'x-forwarded-proto': 'https',
    }
    const seen = JSON.parse((await ask('/api/x', { headers })).text).headers
    expect(seen).toMatchObject({
      host: 'learn.example.net',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'learn.example.net',
    })
    expect(seen).not.toHaveProperty('forwarded')
  })

  it('does not pass on what belongs to this connection', async () => {
    const headers = { connection: 'close, x-secret', 'x-secret': '1', te: 'trailers' }
    const seen = JSON.parse((await ask('/api/x', { headers })).text).headers
    expect(seen).not.toHaveProperty('x-secret')
    expect(seen).not.toHaveProperty('te')
  })

  it('joins sockets', async () => {
    const answer = await askRaw(
      'GET /_next/webpack-hmr?id=1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 101 [\s\S]*hello \/_next\/webpack-hmr\?id=1$/)
  })

  it('says calmly that the other side is down, to programs as JSON', async () => {
    const answer = await ask('/api/learn/auth/me', { port: unreachablePort, headers: { 'accept-language': 'ru' } })
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    expect(JSON.parse(answer.text)).toMatchObject({
      error: { code: 'UNAVAILABLE', message: expect.stringContaining('не отвечает') },
    })
  })

  it('says it to people as a page', async () => {
    const answer = await ask('/admin', { port: unreachablePort })
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.text).toContain('Nothing is lost')
  })

  it('still serves the site when everything else is down', async () => {
    expect((await ask('/en/', { port: unreachablePort })).status).toBe(200)
  })
})

describe('a new build', () => {
  const later = { timeout: 5000, interval: 50 }

  it('notices that a file has changed', async () => {
    put('builds/1/news.txt', 'old')
    expect((await ask('/news.txt')).text).toBe('old')
    put('builds/1/news.txt', 'new')
    utimesSync(join(folder, 'builds/1/news.txt'), now + 5, now + 5)
    await expect.poll(async () => (await ask('/news.txt')).text, later).toBe('new')
  })

  it('notices that the site is another one, protected pages included', async () => {
    put('builds/2/en/index.html', 'second')
    put(`builds/2-protected${lesson}index.html`, 'second lesson')
    const cookie = await entitled(['iot'])
    await ask('/about')
    rmSync(join(folder, 'site'))
    symlinkSync(join(folder, 'builds/2'), join(folder, 'site'))
    await expect.poll(async () => (await ask('/en/')).text, later).toBe('second')
    await expect.poll(async () => (await ask(lesson, { headers: { cookie } })).text, later).toBe('second lesson')
    expect(await ask('/about')).toMatchObject({ status: 302, headers: { location: '/never' } })
  })
})

describe('closing', () => {
  it('lets a request under way finish', async () => {
    let arrived = () => {}
    const begun = new Promise<void>((resolve) => {
      arrived = resolve
    })
    let finish = () => {}
    const slow = http.createServer((_, response) => {
      finish = () => response.end('done')
      arrived()
    })
    const origin = `http://127.0.0.1:${await listen(slow)}`
    const other = createFrontDoor({
      site: join(folder, 'site'),
      rules: { redirects: [], headers: [] },
      cmsPlaceholder: 'https://cms.example.org',
      cmsOrigin: origin,
      apiOrigin: origin,
      entitlementSecret: secret,
      trustProxy: false,
      onError: (error) => errors.push(error),
    })
    const answer = ask('/api/slow', { port: await listen(other.server) })
    await begun
    const closed = other.close({ limit: 5000 })
    finish()
    expect((await answer).text).toBe('done')
    await closed
    slow.closeAllConnections()
    slow.close()
  })

  it('answers its own failure with the page of the site that says so', async () => {
    put('builds/1/en/500/index.html', 'sorry, once more')
    const other = createFrontDoor({
      site: join(folder, 'builds/1'),
      rules: { redirects: [], headers: [] },
      cmsPlaceholder: 'https://cms.example.org',
      cmsOrigin: 'http://127.0.0.1:9',
      apiOrigin: 'http://127.0.0.1:9',
      entitlementSecret: secret,
      trustProxy: false,
      now: () => {
        throw new Error('no clock')
      },
      onError: () => undefined,
    })
    const port = await listen(other.server)
    const answer = await ask(lesson, { port, headers: { accept: 'text/html' } })
    expect(answer).toMatchObject({ status: 500, text: 'sorry, once more' })
    expect(answer.headers['cache-control']).toBe('no-store')
    await other.close({ limit: 1000 })
  })
})
