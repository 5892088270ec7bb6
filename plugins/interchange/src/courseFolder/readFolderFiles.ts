import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { opendir, readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FolderProblem } from '@lectern/content-schemas'
import type { FolderBinary, FolderFiles } from '../domain/courseFolder/types.ts'

/** Bytes. */
export const maxTextBytes = 5 * 1024 * 1024
export const maxBinaryBytes = 500 * 1024 * 1024
/** Files of one folder, and folders within folders. */
export const maxFiles = 20_000
const maxDepth = 12

/**
 * Reads a folder: texts as UTF-8, everything else as a digest. Hidden files and `node_modules` are left out. Links are
 * followed only to places inside the folder. Problems: FILE_TOO_LARGE, NOT_UTF8, LINK_OUTSIDE_FOLDER, TOO_MANY_FILES.
 * Throws when the folder itself cannot be read.
 */
export async function readFolderFiles(folder: string): Promise<FolderFiles> {
  const root = await realpath(folder)
  const problems: FolderProblem[] = []
  const texts = new Map<string, string>()
  const binaries = new Map<string, FolderBinary>()
  const outside = new Set<string>()
  const report = (code: string, file: string, message: string) => problems.push({ severity: 'error', code, file, message })

  const paths = await listFiles({ root, outside, report })
  for (const path of paths.sort()) {
    const absolute = join(root, path)
    const { size } = await stat(absolute)
    const isText = isTextFile(path)
    if (size > (isText ? maxTextBytes : maxBinaryBytes)) report('FILE_TOO_LARGE', path, `${size} bytes.`)
    else if (isText) {
      const text = decodeUtf8(await readFile(absolute))
      if (text === null) report('NOT_UTF8', path, 'The file is not UTF-8.')
      else texts.set(path, text)
    } else binaries.set(path, { sha256: await digestOf(absolute), bytes: size, absolute })
  }
  return { texts, binaries, outside, problems }
}

/** JSON and XML are texts where questions stand, and downloads elsewhere. */
function isTextFile(path: string): boolean {
  return /\.(?:md|ya?ml|gift)$/.test(path) || /^(?:questions\/[^/]+|[^/]+\/[^/]+\.[a-z0-9-]+)\.(?:json|xml)$/.test(path)
}

async function listFiles({
  root,
  outside,
  report,
}: {
  root: string
  outside: Set<string>
  report: (code: string, file: string, message: string) => void
}): Promise<string[]> {
  const files: string[] = []
  const open = ['']
  for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
    for await (const entry of await opendir(join(root, directory))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = directory === '' ? entry.name : `${directory}/${entry.name}`
      const target = entry.isSymbolicLink() ? await targetOf(join(root, path)) : null
      if (entry.isSymbolicLink() && (target === null || !isInside(root, target.path))) {
        outside.add(path)
        report('LINK_OUTSIDE_FOLDER', path, 'The file is a link out of the course folder.')
      } else if (entry.isDirectory()) {
        if (path.split('/').length < maxDepth) open.push(path)
      } else if (entry.isFile() || target?.isFile) files.push(path)
      if (files.length > maxFiles) {
        report('TOO_MANY_FILES', path, `A course folder has at most ${maxFiles} files.`)
        return files.slice(0, maxFiles)
      }
    }
  }
  return files
}

/** Where a link leads. Null when it leads nowhere. */
async function targetOf(path: string): Promise<{ path: string; isFile: boolean } | null> {
  try {
    const target = await realpath(path)
    return { path: target, isFile: (await stat(target)).isFile() }
  } catch {
    return null
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`)
}

function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    return null
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
