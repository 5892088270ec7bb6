import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { failure, type Result, success } from '@lectern/content-schemas'
import { composeCourseFolder } from '../domain/courseFolder/composeCourseFolder.ts'
import type { CourseFolder } from '../domain/courseFolder/types.ts'
import { readFolderFiles } from './readFolderFiles.ts'

/** Puts a medium at a path: from a file by its absolute path, or from bytes. */
export type MediumSource = { absolute: string } | { bytes: Uint8Array }

/**
 * Writes a course as a folder; reading it again gives an equal course, and writing again the same bytes. A folder that
 * holds a course already is renewed: its lessons, tests and module files that are not of this course any more go,
 * everything else stays. Failures: FOLDER_NOT_EMPTY (something else is in it), MEDIUM_MISSING.
 */
export async function writeCourseFolder({
  course,
  media,
  folder,
}: {
  course: CourseFolder
  media: (sha256: string) => Promise<MediumSource | null>
  folder: string
}): Promise<Result<{ written: number; removed: number }>> {
  await mkdir(folder, { recursive: true })
  const present = await readdir(folder)
  if (present.some((name) => !name.startsWith('.')) && !present.includes('course.yaml')) {
    return failure({ code: 'FOLDER_NOT_EMPTY', message: 'The folder holds something that is not a course.' })
  }
  const texts = composeCourseFolder(course)
  const sources = new Map<string, MediumSource>()
  for (const { sha256, path } of course.media) {
    const source = await media(sha256)
    if (!source) return failure({ code: 'MEDIUM_MISSING', message: `The file of ${path} is missing.` })
    sources.set(path, source)
  }
  const removed = await removeStale(folder, texts)
  for (const [path, text] of texts) await put(join(folder, path), text)
  for (const [path, source] of sources) await putMedium(join(folder, path), source)
  return success({ written: texts.size + sources.size, removed })
}

/** Only what an export writes is removed: lessons, tests, files of questions and the YAML files of modules. */
async function removeStale(folder: string, texts: ReadonlyMap<string, string>): Promise<number> {
  const { texts: present } = await readFolderFiles(folder)
  const folders = new Set(
    Array.from(present.keys())
      .filter((path) => path.endsWith('/module.yaml'))
      .map(dirname),
  )
  const stale = [...present.keys()].filter(
    (path) => !texts.has(path) && (isBank(path) || (folders.has(dirname(path)) && isOfCourse(path))),
  )
  for (const path of stale) await rm(join(folder, path))
  return stale.length
}

function isOfCourse(path: string): boolean {
  return /\.(?:md|gift)$|\/module\.yaml$|\.[a-z0-9-]+\.(?:ya?ml|json|xml)$/.test(path)
}

function isBank(path: string): boolean {
  return /^questions\/[^/]+\.(?:ya?ml|json|xml|gift)$/.test(path)
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

async function putMedium(path: string, source: MediumSource): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  if ('bytes' in source) await writeFile(path, source.bytes)
  else if (!(await isSameFile(path, source.absolute))) await copyFile(source.absolute, path)
}

async function isSameFile(one: string, two: string): Promise<boolean> {
  if (one === two) return true
  try {
    return (await readFile(one)).equals(await readFile(two))
  } catch {
    return false
  }
}
