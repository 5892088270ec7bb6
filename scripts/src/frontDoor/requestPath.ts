/** A request target taken apart. `path` is decoded, `canonical` its one encoded spelling, `search` begins with ? or is empty. */
export type RequestPath = { path: string; canonical: string; search: string }

const longest = 4096

/**
 * Null for a target that no honest client sends: not absolute, badly encoded, with control characters, with an encoded slash
 * or backslash, or with a segment that climbs. Everything behind this sees one spelling of every path only.
 */
export function parseRequestPath(target: string | undefined): RequestPath | null {
  if (!target || target.length > longest * 2) return null
  const local = target.startsWith('/') ? target : withoutOrigin(target)
  if (local === null) return null
  const fragmentless = local.split('#', 1)[0] ?? ''
  const question = fragmentless.indexOf('?')
  const encoded = question === -1 ? fragmentless : fragmentless.slice(0, question)
  const search = question === -1 ? '' : fragmentless.slice(question)
  if (encoded.length > longest || /%2f|%5c|\\/i.test(encoded)) return null
  const path = decode(encoded)
  // Control characters have no business in a path.
  if (path === null || [...path].some((character) => character < ' ' || character === '\u007f')) return null
  const segments = path.split('/')
  if (segments.some((segment) => segment === '.' || segment === '..')) return null
  // An empty segment at the front would turn a redirect to this path into one to another host.
  if (segments.slice(1, -1).includes('')) return null
  return { path, canonical: segments.map(encodeSegment).join('/'), search }
}

/** `GET http://host/path` is legal HTTP/1.1. */
function withoutOrigin(target: string): string | null {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return null
  const { pathname, search } = new URL(target)
  return `${pathname}${search}`
}

function decode(encoded: string): string | null {
  if (!encoded.includes('%')) return encoded
  try {
    return decodeURIComponent(encoded)
  } catch {
    return null
  }
}

function encodeSegment(segment: string): string {
  return /^[A-Za-z0-9._~-]*$/.test(segment) ? segment : encodeURIComponent(segment)
}
