/*
 * Pages that were visited can be read without a connection. Only answers that say `Cache-Control: public` are ever kept: protected
 * lessons say `no-store`, and what lies below /api, /admin and /_next does not come past here at all. Pages are asked for anew
 * whenever there is a connection, so a new version of the site needs no new worker; files below /_astro are named by their content.
 */
importScripts('/push-sw.js')

const pages = 'lectern-pages'
const assets = 'lectern-assets'
/** The page that is shown instead of one that is not there, with its styles; never cleared for room. */
const offline = 'lectern-offline'
const room = { [pages]: 80, [assets]: 400 }

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))

/** Pages that were opened before this worker was there are kept too, with what their HTML names. */
async function takeOver() {
  await self.clients.claim()
  const open = await self.clients.matchAll({ type: 'window' })
  await Promise.all(open.map(({ url }) => keepOpened(url)))
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const kind = kindOf(request)
  if (kind === 'page') event.respondWith(readPage(event))
  if (kind === 'asset') event.respondWith(readAsset(event))
})

function kindOf(request) {
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || /^\/(?:api|admin|_next)(?:\/|$)/.test(pathname)) return null
  if (request.mode === 'navigate') return 'page'
  return pathname.startsWith('/_astro/') || pathname.startsWith('/media/') || pathname === '/favicon.svg' ? 'asset' : null
}

async function readPage(event) {
  const { request } = event
  try {
    const response = await fetch(request)
    event.waitUntil(
      keepAnswer({ name: pages, key: pageKey(request.url), response: response.clone() }).then(() => keepOffline(request.url)),
    )
    return response
  } catch (error) {
    const found = (await fromCache(pages, pageKey(request.url))) ?? (await offlinePage(request.url))
    if (found) return found
    throw error
  }
}

async function readAsset(event) {
  const { request } = event
  const found = (await fromCache(assets, request.url)) ?? (await fromCache(offline, request.url))
  if (found) return found
  const response = await fetch(request)
  event.waitUntil(keepAnswer({ name: assets, key: request.url, response: response.clone() }))
  return response
}

/** A page is one page whatever was searched for or filtered on it. */
function pageKey(url) {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

async function fromCache(name, key) {
  return (await caches.open(name)).match(key)
}

async function offlinePage(url) {
  const cache = await caches.open(offline)
  const own = await cache.match(`/${languageOf(url)}/offline/`)
  if (own) return own
  const [first] = (await cache.keys()).filter(({ url: key }) => key.endsWith('/offline/'))
  return first && cache.match(first)
}

async function keepOpened(url) {
  const response = await fetch(url).catch(() => null)
  if (!response || kindOf({ url, method: 'GET', mode: 'navigate' }) === null) return
  if (isPublic(response)) await keepNamed({ name: assets, html: await response.clone().text() })
  await keepAnswer({ name: pages, key: pageKey(url), response })
  await keepOffline(url)
}

/** The page for "no connection" in the language of `url`, once. */
async function keepOffline(url) {
  const address = `/${languageOf(url)}/offline/`
  const cache = await caches.open(offline)
  if (await cache.match(address)) return
  const response = await fetch(address).catch(() => null)
  if (!response || !isPublic(response)) return
  await keepNamed({ name: offline, html: await response.clone().text() })
  await cache.put(address, response)
}

/** Styles, scripts and fonts that a page names. */
async function keepNamed({ name, html }) {
  const cache = await caches.open(name)
  const paths = [...html.matchAll(/(?:href|src|component-url|renderer-url)="(\/_astro\/[^"]+)"/g)].map(([, path]) => path)
  await Promise.all(paths.map(async (path) => (await cache.match(path)) ?? cache.add(path))).catch(() => null)
}

function languageOf(url) {
  return new URL(url).pathname.split('/')[1]
}

async function keepAnswer({ name, key, response }) {
  const cache = await caches.open(name)
  if (!isPublic(response)) {
    // A lesson that was open and is protected now must not stay readable.
    if (name === pages && (response.type === 'opaqueredirect' || response.status < 500)) await cache.delete(key)
    return
  }
  // Put last in the order of keys, which is the order in which room is made.
  await cache.delete(key)
  await cache.put(key, response)
  const keys = await cache.keys()
  await Promise.all(keys.slice(0, Math.max(0, keys.length - room[name])).map((old) => cache.delete(old)))
}

function isPublic(response) {
  const control = response.headers.get('Cache-Control') ?? ''
  return response.status === 200 && !response.redirected && /\bpublic\b/.test(control) && !/no-store|private/.test(control)
}
