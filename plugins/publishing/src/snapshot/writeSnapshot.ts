import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { defaultLocale, locales, type SnapshotManifest, snapshotManifestSchema, snapshotVersion } from '@lectern/content-schemas'
import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { lessonRecords } from './lessonRecords.ts'
import { loadEditions } from './loadEditions.ts'
import { createMediaLibrary } from './mediaLibrary.ts'
import { readSiteSettings } from './readSiteSettings.ts'
import { toCourseRecord } from './toCourseRecord.ts'

/** `imprint`: whether there is a legal notice in any language. */
export type SnapshotResult = { courses: number; lessons: number; bytes: number; pictures: number; imprint: boolean }

/**
 * Writes what is published into `folder`, in the form of `content-schemas/src/snapshot.ts`. The same content gives the same
 * bytes, apart from the manifest's time. Files are written beside the old ones and put in place at the end, the manifest
 * last; `renditions` keeps pictures by content between runs.
 */
export async function writeSnapshot({
  req,
  folder,
  mediaFolder,
  renditions,
}: {
  req: OperationRequest
  folder: string
  mediaFolder: string
  renditions: string
}): Promise<SnapshotResult> {
  await mkdir(path.join(folder, 'media'), { recursive: true })
  const sql = await sqlOf(req)
  const editions = await loadEditions({ sql })
  const media = await createMediaLibrary({ sql, mediaFolder, renditions, target: path.join(folder, 'media') })
  const files: SnapshotManifest['files'] = []
  for (const locale of locales) {
    const courses = await openFile({ folder, name: `courses.${locale}.ndjson` })
    for (const edition of editions.all) await courses.write(await toCourseRecord({ edition, editions, media, locale }))
    files.push(await courses.close())
    const lessons = await openFile({ folder, name: `lessons.${locale}.ndjson` })
    for (const edition of editions.all) {
      for await (const record of lessonRecords({ sql, edition, editions, media, locale })) await lessons.write(record)
    }
    files.push(await lessons.close())
  }
  await media.finish()
  const manifest = snapshotManifestSchema.parse({
    version: snapshotVersion,
    createdAt: new Date().toISOString(),
    locales: [...locales],
    defaultLocale,
    site: await readSiteSettings({ req }),
    files,
  })
  for (const { name } of files) await rename(path.join(folder, `${name}.new`), path.join(folder, name))
  await writeFile(path.join(folder, 'manifest.json.new'), `${JSON.stringify(manifest, null, 2)}\n`)
  await rename(path.join(folder, 'manifest.json.new'), path.join(folder, 'manifest.json'))
  const recordsOf = (prefix: string) => files.filter(({ name }) => name.startsWith(prefix)).map(({ records }) => records)
  return {
    courses: Math.max(...recordsOf('courses.')),
    lessons: recordsOf('lessons.').reduce((sum, records) => sum + records, 0),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    pictures: media.count(),
    imprint: Object.keys(manifest.site.imprint).length > 0,
  }
}

async function openFile({ folder, name }: { folder: string; name: string }) {
  const stream = createWriteStream(path.join(folder, `${name}.new`))
  const digest = createHash('sha256')
  let records = 0
  let bytes = 0
  return {
    write: async (record: unknown) => {
      const line = Buffer.from(`${JSON.stringify(record)}\n`)
      digest.update(line)
      records += 1
      bytes += line.byteLength
      if (!stream.write(line)) await once(stream, 'drain')
    },
    close: async () => {
      stream.end()
      await once(stream, 'close')
      return { name, records, bytes, sha256: digest.digest('hex') }
    },
  }
}
