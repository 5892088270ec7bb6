import { existsSync, realpathSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { entitlementCookie, verifyEntitlement } from '@lectern/content-schemas/entitlement'
import { parseCookies } from './cookies.ts'
import { createProxy } from './createProxy.ts'
import { askedCookieHeader, decideLesson } from './decideLesson.ts'
import { createFileStore } from './fileStore.ts'
import { findLocalRoute } from './localRoutes.ts'
import { matchHeaders, matchRedirect } from './matchRules.ts'
import type { NetlifyRules } from './netlifyRules.ts'
import { parseRequestPath, type RequestPath } from './requestPath.ts'
import { sendFile } from './sendFile.ts'
import { sendProblem } from './sendProblem.ts'
import { textsFor } from './texts.ts'

export type FrontDoorOptions = {
  /** The public output; protected pages lie beside it in `<site>-protected`. May be a link that moves. */
  site: string
  rules: NetlifyRules
  /** Where `rules` say the CMS is; requests for it go to `cmsOrigin`. */
  cmsPlaceholder: string
  cmsOrigin: string
  apiOrigin: string
  /** A development server that answers for the site instead of `site`, which then is not read. */
  siteOrigin?: string
  entitlementSecret: string
  trustProxy: boolean
  /** Told about errors that are ours. */
  onError: (error: unknown) => void
  /** Unix seconds. */
  now?: () => number
}

export type FrontDoor = {
  server: Server
  /** Takes no more requests, lets those under way finish for up to `limit` ms, then hangs up. */
  close: (options: { limit: number }) => Promise<void>
}

const readOnly = new Set(['GET', 'HEAD'])
const hashedFolder = '/_astro/'

/** The one server that visitors talk to: static site, protected lessons, and the way to the processes behind. */
export function createFrontDoor(options: FrontDoorOptions): FrontDoor {
  const { rules, entitlementSecret, now = () => Math.floor(Date.now() / 1000) } = options
  const proxy = createProxy({ trustProxy: options.trustProxy })
  const publicFiles = createFileStore({ root: () => options.site })
  const protectedFiles = createFileStore({ root: () => protectedFolder(options.site), budget: 32 * 1024 * 1024 })

  const upstreamOrigin = (path: string) => (findLocalRoute(path) === 'api' ? options.apiOrigin : options.cmsOrigin)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = parseRequestPath(request.url)
    if (!asked) return sendProblem({ request, response, problem: 'badRequest' })
    if (asked.path === '/healthz') return sendHealth(response)
    if (findLocalRoute(asked.path)) {
      return proxy.web({ request, response, origin: upstreamOrigin(asked.path), target: `${asked.canonical}${asked.search}` })
    }
    if (options.siteOrigin) {
      return proxy.web({ request, response, origin: options.siteOrigin, target: `${asked.canonical}${asked.search}` })
    }
    const match = matchRedirect({
      rules: rules.redirects,
      request: {
        canonical: asked.canonical,
        search: asked.search,
        acceptLanguage: request.headers['accept-language'],
        cookies: parseCookies(request.headers.cookie),
      },
    })
    if (match?.force) return applyRule({ request, response, match })
    if (await serveSite({ request, response, asked, status: 200 })) return
    if (match) return applyRule({ request, response, match })
    return sendNotFound({ request, response })
  }

  async function applyRule({
    request,
    response,
    match,
  }: {
    request: IncomingMessage
    response: ServerResponse
    match: { target: string; status: number }
  }) {
    const { target, status } = match
    if (status >= 300 && status < 400) return redirect({ response, status, location: target })
    if (/^https?:\/\//.test(target)) {
      const url = new URL(target)
      const ours = url.origin === new URL(options.cmsPlaceholder).origin
      return proxy.web({
        request,
        response,
        origin: ours ? upstreamOrigin(url.pathname) : url.origin,
        target: `${url.pathname}${url.search}`,
      })
    }
    const rewritten = parseRequestPath(target)
    if (rewritten && findLocalRoute(rewritten.path)) {
      return proxy.web({
        request,
        response,
        origin: upstreamOrigin(rewritten.path),
        target: `${rewritten.canonical}${rewritten.search}`,
      })
    }
    if (rewritten && (await serveSite({ request, response, asked: rewritten, status }))) return
    return sendNotFound({ request, response })
  }

  /** False when the site has nothing there. */
  async function serveSite({
    request,
    response,
    asked,
    status,
  }: {
    request: IncomingMessage
    response: ServerResponse
    asked: RequestPath
    status: number
  }): Promise<boolean> {
    const found = await publicFiles.find(asked.path)
    if (!found) return serveProtected({ request, response, asked })
    if (!readOnly.has(request.method ?? '')) sendProblem({ request, response, problem: 'notAllowed' })
    else if (found.kind === 'directory') redirect({ response, status: 301, location: `${asked.canonical}/${asked.search}` })
    else await sendFile({ request, response, file: found.file, status, headers: headersFor(asked.path) })
    return true
  }

  async function serveProtected({
    request,
    response,
    asked,
  }: {
    request: IncomingMessage
    response: ServerResponse
    asked: RequestPath
  }): Promise<boolean> {
    const found = await protectedFiles.find(asked.path)
    if (!found) return false
    if (!readOnly.has(request.method ?? '')) {
      sendProblem({ request, response, problem: 'notAllowed' })
      return true
    }
    if (found.kind === 'directory') {
      redirect({ response, status: 301, location: `${asked.canonical}/${asked.search}` })
      return true
    }
    const cookies = parseCookies(request.headers.cookie)
    const entitlement = await verifyEntitlement({ token: cookies[entitlementCookie], secret: entitlementSecret, now: now() })
    const decision = decideLesson({ path: asked.path, entitlement, cookies })
    if (decision.kind === 'unknown') return false
    const unstored: [string, string] = ['Cache-Control', 'private, no-store']
    if (decision.kind === 'serve') {
      const headers = headersFor(asked.path).filter(([name]) => name.toLowerCase() !== 'cache-control')
      await sendFile({ request, response, file: found.file, headers: [...headers, unstored] })
    } else {
      const cookie: [string, string][] = decision.kind === 'ask' ? [['Set-Cookie', askedCookieHeader(decision)]] : []
      redirect({ response, status: 302, location: decision.location, headers: [unstored, ...cookie] })
    }
    return true
  }

  async function sendNotFound({ request, response }: { request: IncomingMessage; response: ServerResponse }): Promise<void> {
    if (!readOnly.has(request.method ?? '')) return sendProblem({ request, response, problem: 'notAllowed' })
    const page = await publicFiles.find('/404.html')
    if (page?.kind !== 'file') return sendProblem({ request, response, problem: 'notFound' })
    await sendFile({ request, response, file: page.file, status: 404, headers: headersFor('/404.html') })
  }

  /** The site's own page where there is one and a person asked. */
  async function sendFailure({ request, response }: { request: IncomingMessage; response: ServerResponse }): Promise<void> {
    const asksForPage = request.headers.accept?.includes('text/html') === true && !response.headersSent
    const { locale } = textsFor({ acceptLanguage: request.headers['accept-language'] })
    const page = asksForPage ? await publicFiles.find(`/${locale}/500/`) : null
    if (page?.kind !== 'file') return sendProblem({ request, response, problem: 'failed' })
    const headers = headersFor('/500/').filter(([name]) => name.toLowerCase() !== 'cache-control')
    await sendFile({ request, response, file: page.file, status: 500, headers: [...headers, ['Cache-Control', 'no-store']] })
  }

  const headerCache = new Map<string, [string, string][]>()
  function headersFor(path: string): [string, string][] {
    const present = headerCache.get(path)
    if (present) return present
    const defaults: [string, string] = [
      'Cache-Control',
      path.startsWith(hashedFolder) ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    ]
    const matched = matchHeaders({ rules: rules.headers, path })
    const headers = matched.some(([name]) => name.toLowerCase() === 'cache-control') ? matched : [...matched, defaults]
    // Only paths of files that exist come here, but a large site has many.
    if (headerCache.size > 20_000) headerCache.clear()
    headerCache.set(path, headers)
    return headers
  }

  const server = createServer(
    { headersTimeout: 15_000, requestTimeout: 300_000, keepAliveTimeout: 65_000 },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        options.onError(error)
        sendFailure({ request, response }).catch((again: unknown) => {
          options.onError(again)
          sendProblem({ request, response, problem: 'failed' })
        })
      })
    },
  )
  server.on('upgrade', (request, socket, head) => {
    const asked = parseRequestPath(request.url)
    const local = asked ? findLocalRoute(asked.path) : null
    const origin = asked && local ? upstreamOrigin(asked.path) : options.siteOrigin
    if (!asked || !origin) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    else proxy.upgrade({ request, socket, head, origin, target: `${asked.canonical}${asked.search}` })
  })

  return {
    server,
    close: ({ limit }) =>
      new Promise((resolve) => {
        const hangUp = setTimeout(() => server.closeAllConnections(), limit)
        server.close(() => {
          clearTimeout(hangUp)
          proxy.close()
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

/** Beside the folder that the link leads to, so that both change in one step; else beside the link. */
function protectedFolder(site: string): string {
  if (!existsSync(site)) return `${site}-protected`
  const moved = `${realpathSync(site)}-protected`
  return existsSync(moved) ? moved : `${site}-protected`
}

function redirect({
  response,
  status,
  location,
  headers = [],
}: {
  response: ServerResponse
  status: number
  location: string
  headers?: [string, string][]
}): void {
  response.writeHead(status, [...['Location', location], ...['Content-Length', '0'], ...headers.flat()])
  response.end()
}

function sendHealth(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end('{"status":"ok"}\n')
}
