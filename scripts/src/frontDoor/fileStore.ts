import { createHash } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { contentTypeOf, isCompressible } from './contentTypes.ts'

export type Encoding = 'identity' | 'br' | 'gzip'

/** A file that may be served. `body` is null for one that is too large to keep; it is then read from `file` each time. */
export type StoredFile = {
  file: string
  size: number
  /** Milliseconds since 1970. */
  modified: number
  contentType: string
  /** Without quotes. */
  tag: string
  body: Buffer | null
  /** Compressed bodies, made when first asked for; null where compression does not pay. */
  encoded: Map<Exclude<Encoding, 'identity'>, Promise<Buffer | null>>
}
/** What a path leads to: a file, or `directory` when only the path with a slash at its end would. */
export type Found = { kind: 'file'; file: StoredFile } | { kind: 'directory' } | null

export type FileStore = { find: (path: string) => Promise<Found> }

type Entry = { file: StoredFile; checked: number; weight: number }

const largestKept = 2 * 1024 * 1024
const smallestCompressed = 600
/** Milliseconds for which a file is taken to be unchanged without looking. */
const freshness = 1000

/**
 * Files below `root`, the most used of them in memory up to `budget` bytes. `root` may be a link that is pointed elsewhere
 * while we run: it is looked at once a second, and everything kept is dropped when it has moved.
 */
export function createFileStore({
  root,
  budget = 96 * 1024 * 1024,
  now = () => performance.now(),
}: {
  root: () => string
  budget?: number
  now?: () => number
}): FileStore {
  let base: string | null = null
  let baseChecked = Number.NEGATIVE_INFINITY
  let checking: Promise<void> | null = null
  let kept = new Map<string, Entry>()
  let weight = 0

  const checkBase = async () => {
    const current = await realpath(root()).catch(() => null)
    baseChecked = now()
    if (current === base) return
    base = current
    kept = new Map()
    weight = 0
  }

  const keep = ({ path, file }: { path: string; file: StoredFile }) => {
    // Room for both compressed forms, which come later.
    const entry = { file, checked: now(), weight: (file.body?.length ?? 0) * (isCompressible(file.contentType) ? 2 : 1) + 1024 }
    weight += entry.weight - (kept.get(path)?.weight ?? 0)
    kept.delete(path)
    kept.set(path, entry)
    for (const [oldest, { weight: freed }] of kept) {
      if (weight <= budget) break
      kept.delete(oldest)
      weight -= freed
    }
  }

  return {
    async find(path) {
      if (now() - baseChecked > freshness) {
        checking ??= checkBase().finally(() => {
          checking = null
        })
        await checking
      }
      const entry = kept.get(path)
      if (entry && now() - entry.checked <= freshness) {
        // Most recently used goes last; the map keeps the order of insertion.
        kept.delete(path)
        kept.set(path, entry)
        return { kind: 'file', file: entry.file }
      }
      const folder = base
      if (folder === null || isHidden(path)) return null
      const found = await locate({ folder, path })
      if (found?.kind !== 'file') {
        if (entry && kept.delete(path)) weight -= entry.weight
        return found
      }
      const same =
        entry && entry.file.file === found.file && entry.file.modified === found.modified && entry.file.size === found.size
      const file = same ? entry.file : await load(found)
      if (!file) return null
      // Another site may have come in while this one was read.
      if (folder === base) keep({ path, file })
      return { kind: 'file', file }
    },
  }
}

/** `.well-known` is the one folder with a dot that is meant for the public. */
function isHidden(path: string): boolean {
  return path.split('/').some((segment, index) => segment.startsWith('.') && !(index === 1 && segment === '.well-known'))
}

type Located = { kind: 'file'; file: string; size: number; modified: number }

async function locate({ folder, path }: { folder: string; path: string }): Promise<Located | { kind: 'directory' } | null> {
  const plain = join(folder, path)
  if (path.endsWith('/')) return statFile({ folder, file: join(plain, 'index.html') })
  const exact = await statFile({ folder, file: plain })
  if (exact) return exact
  if (await statFile({ folder, file: join(plain, 'index.html') })) return { kind: 'directory' }
  return statFile({ folder, file: `${plain}.html` })
}

async function statFile({ folder, file }: { folder: string; file: string }): Promise<Located | null> {
  try {
    const { size, mtimeMs, isFile } = await stat(file).then((found) => ({
      size: found.size,
      mtimeMs: found.mtimeMs,
      isFile: found.isFile(),
    }))
    if (!isFile) return null
    // A link inside the site must not lead out of it.
    const real = await realpath(file)
    return real.startsWith(`${folder}${sep}`) ? { kind: 'file', file: real, size, modified: mtimeMs } : null
  } catch {
    // Not there, not readable, too long a name: nothing to serve in every case.
    return null
  }
}

async function load({ file, size, modified }: Located): Promise<StoredFile | null> {
  const contentType = contentTypeOf(file)
  if (size > largestKept) {
    const tag = `${size.toString(36)}-${Math.round(modified * 1000).toString(36)}`
    return { file, size, modified, contentType, tag, body: null, encoded: new Map() }
  }
  const body = await readFile(file).catch(() => null)
  if (!body) return null
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return { file, size: body.length, modified, contentType, tag, body, encoded: new Map() }
}

/** The body in a form that the client takes, smallest first. Compressing happens once for each file. */
export async function encodeBody({
  file,
  acceptEncoding,
}: {
  file: StoredFile
  acceptEncoding: string | undefined
}): Promise<{ encoding: Encoding; body: Buffer } | null> {
  if (!file.body) return null
  if (file.body.length >= smallestCompressed && isCompressible(file.contentType)) {
    for (const encoding of ['br', 'gzip'] as const) {
      if (!accepts({ acceptEncoding, encoding })) continue
      const body = await compressOnce({ file, encoding })
      if (body) return { encoding, body }
    }
  }
  return { encoding: 'identity', body: file.body }
}

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

function compressOnce({ file, encoding }: { file: StoredFile; encoding: 'br' | 'gzip' }): Promise<Buffer | null> {
  const present = file.encoded.get(encoding)
  if (present) return present
  const { body } = file
  if (!body) return Promise.resolve(null)
  const made =
    encoding === 'br'
      ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
      : gzipped(body, { level: 7 })
  const smaller = made.then((compressed) => (compressed.length < body.length ? compressed : null))
  file.encoded.set(encoding, smaller)
  return smaller
}

function accepts({ acceptEncoding, encoding }: { acceptEncoding: string | undefined; encoding: string }): boolean {
  if (!acceptEncoding?.includes(encoding)) return false
  return acceptEncoding.split(',').some((entry) => {
    const [name, quality] = entry.split(';')
    return name?.trim() === encoding && !/^\s*q=0(\.0*)?\s*$/.test(quality ?? '')
  })
}
