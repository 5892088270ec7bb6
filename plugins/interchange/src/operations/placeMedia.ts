import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FolderProblem } from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import type { FolderMedium } from '../domain/courseFolder/types.ts'
import { mediumUrl } from './mediumUrl.ts'
import { asPayloadRequest } from './saveDocument.ts'

const mimeTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  zip: 'application/zip',
  txt: 'text/plain',
  csv: 'text/csv',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  webm: 'video/webm',
}

/** A file of the library: its id, and the address that texts of questions have for it. */
export type PlacedMedium = { id: string; url: string }
export type PlacedMedia = { placed: ReadonlyMap<string, PlacedMedium>; created: number; problems: FolderProblem[] }

/**
 * Puts media into the library that are not there yet, known by the digest of their bytes. Not part of the import's
 * transaction: files cannot be rolled back, and one that is left over is found again next time.
 * Problems: MEDIA_TYPE_UNKNOWN, MEDIA_REFUSED (the library did not take it).
 */
export async function placeMedia({
  req,
  media,
  files,
}: {
  req: OperationRequest
  media: readonly FolderMedium[]
  files: ReadonlyMap<string, string>
}): Promise<PlacedMedia> {
  const placed = await findPlaced({ req, digests: media.map(({ sha256 }) => sha256) })
  const problems: FolderProblem[] = []
  let created = 0
  for (const { sha256, path } of media) {
    const absolute = files.get(sha256)
    if (placed.has(sha256) || absolute === undefined) continue
    const mimetype = mimeTypes[path.split('.').at(-1)?.toLowerCase() ?? '']
    if (!mimetype) {
      problems.push({
        severity: 'warning',
        code: 'MEDIA_TYPE_UNKNOWN',
        file: path,
        message: 'The library takes no files of this kind.',
      })
      continue
    }
    const bytes = await readFile(absolute)
    const medium = await place({ req, sha256, path, mimetype, bytes })
    if ('id' in medium) placed.set(sha256, medium)
    else problems.push({ severity: 'warning', code: 'MEDIA_REFUSED', file: path, message: medium.message })
    created += 'id' in medium ? 1 : 0
  }
  return { placed, created, problems }
}

async function place({
  req,
  sha256,
  path,
  mimetype,
  bytes,
}: {
  req: OperationRequest
  sha256: string
  path: string
  mimetype: string
  bytes: Buffer
}): Promise<PlacedMedium | { message: string }> {
  try {
    const doc = await req.payload.create({
      collection: 'media',
      data: { contentHash: sha256 },
      file: { data: bytes, name: basename(path), mimetype, size: bytes.byteLength },
      depth: 0,
      overrideAccess: true,
      req: asPayloadRequest({ payload: req.payload }),
    })
    await rememberStoredBytes({ req, id: String(doc.id), filename: fieldOf(doc, 'filename') })
    return toPlaced({ req, doc })
  } catch (error) {
    // The call is outside any transaction; what the library refuses (a broken picture) is a finding about the file.
    return { message: error instanceof Error ? error.message : 'refused' }
  }
}

/** The library redraws some pictures (SVG, turned photographs): exported and imported again, they are known by these bytes. */
async function rememberStoredBytes({
  req,
  id,
  filename,
}: {
  req: OperationRequest
  id: string
  filename: string
}): Promise<void> {
  const folder = req.payload.collections.media?.config.upload?.staticDir ?? ''
  const digest = createHash('sha256')
    .update(await readFile(join(folder, filename)))
    .digest('hex')
  const data = { sourceKey: storedKey(digest) }
  await req.payload.db.updateOne({
    collection: 'media',
    id,
    data,
    req: asPayloadRequest({ payload: req.payload }),
    returning: false,
  })
}

/** Ids by digest, of the bytes that were imported and of those that are stored. */
async function findPlaced({ req, digests }: { req: OperationRequest; digests: string[] }): Promise<Map<string, PlacedMedium>> {
  if (digests.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { or: [{ contentHash: { in: digests } }, { sourceKey: { in: digests.map(storedKey) } }] },
    select: { contentHash: true, sourceKey: true, filename: true },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
    req: asPayloadRequest(req),
  })
  const stored = docs.map((doc) => [fieldOf(doc, 'sourceKey').slice(storedKey('').length), toPlaced({ req, doc })] as const)
  return new Map([...stored, ...docs.map((doc) => [fieldOf(doc, 'contentHash'), toPlaced({ req, doc })] as const)])
}

function toPlaced({ req, doc }: { req: OperationRequest; doc: { id: string | number } }): PlacedMedium {
  return { id: String(doc.id), url: mediumUrl({ req, filename: fieldOf(doc, 'filename') }) }
}

function storedKey(digest: string): string {
  return `stored:${digest}`
}

function fieldOf(doc: object, field: string): string {
  const value: unknown = Object.entries(doc).find(([key]) => key === field)?.[1]
  return typeof value === 'string' ? value : ''
}
