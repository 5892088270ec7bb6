/**
 * What pages tell the integration that finishes the output. It lives on the process, because pages run from a bundle with
 * module instances of its own.
 */
export type BuildRecord = {
  /** Page paths (`en/courses/a/b/c/`) that must leave the public output. */
  protectedPages: Set<string>
  /** Snapshot media file → output paths below the public or the protected output. */
  publicMedia: Map<string, string>
  protectedMedia: Map<string, { file: string; path: string }>
}

const key = Symbol.for('lectern.site.buildRecord')
// A symbol of the global registry has no declared type on globalThis.
const store = globalThis as { [key]?: BuildRecord }

export function buildRecord(): BuildRecord {
  store[key] ??= { protectedPages: new Set(), publicMedia: new Map(), protectedMedia: new Map() }
  return store[key]
}
