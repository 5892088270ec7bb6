import { existsSync } from 'node:fs'
import { copyFile, link, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Locale, type LocalizedText, type MediaRef, pickText } from '@lectern/content-schemas'
import type { SqlRunner } from '@lectern/kernel'
import { renderPicture } from './renderPicture.ts'

type MediaRow = {
  id: string
  filename: string
  mime_type: string
  filesize: string | number | null
  width: string | number | null
  height: string | number | null
  stamp: string
  alt: LocalizedText
}

export type MediaLibrary = {
  /** The file of this id, put into the snapshot with its renditions; null when it is not in the library. */
  refOf: (input: { id: string; locale: Locale }) => Promise<MediaRef | null>
  count: () => number
  /** Removes files of earlier snapshots that this one does not name. */
  finish: () => Promise<void>
}

export async function createMediaLibrary({
  sql,
  mediaFolder,
  renditions,
  target,
}: {
  sql: SqlRunner
  mediaFolder: string
  renditions: string
  target: string
}): Promise<MediaLibrary> {
  const rows = await sql.rows<MediaRow>({ text: mediaQuery })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const placed = new Map<string, Promise<Omit<MediaRef, 'alt'> | null>>()
  const kept = new Set<string>()

  async function place(row: MediaRow): Promise<Omit<MediaRef, 'alt'> | null> {
    const source = path.join(mediaFolder, row.filename)
    if (!existsSync(source)) return null
    const name = `${row.id.replaceAll('-', '').slice(-12)}-${row.stamp}${path.extname(row.filename).toLowerCase()}`
    await putFile({ source, target: path.join(target, name) })
    kept.add(name)
    const pictures = await renderPicture({
      source,
      key: name,
      mimeType: row.mime_type,
      width: toNumber(row.width),
      folder: renditions,
    })
    for (const picture of pictures) {
      await putFile({ source: path.join(renditions, picture.file), target: path.join(target, picture.file) })
      kept.add(picture.file)
    }
    return {
      id: row.id,
      file: name,
      mimeType: row.mime_type,
      filesize: toNumber(row.filesize),
      width: toNumber(row.width),
      height: toNumber(row.height),
      sizes: pictures,
    }
  }

  return {
    refOf: async ({ id, locale }) => {
      const row = byId.get(id)
      if (!row) return null
      const known = placed.get(id) ?? place(row)
      placed.set(id, known)
      const ref = await known
      return ref && { ...ref, alt: pickText({ text: row.alt, locale }) }
    },
    count: () => placed.size,
    finish: async () => {
      const present = await readdir(target)
      await Promise.all(present.filter((name) => !kept.has(name)).map((name) => rm(path.join(target, name))))
    },
  }
}

/** A hard link where the file system has them: the files of a large library are not copied for every snapshot. */
async function putFile({ source, target }: { source: string; target: string }): Promise<void> {
  if (existsSync(target)) return
  try {
    await link(source, target)
  } catch {
    await copyFile(source, target)
  }
}

function toNumber(value: string | number | null): number | null {
  return value === null ? null : Math.round(Number(value))
}

const mediaQuery = `
  select m."id", m."filename", m."mime_type", m."filesize", m."width", m."height",
         left(md5(coalesce(m."content_hash", '') || m."updated_at"::text), 8) as stamp,
         coalesce((select jsonb_object_agg(l."_locale", l."alt") filter (where l."alt" is not null) from "media_locales" l where l."_parent_id" = m."id"), '{}') as alt
  from "media" m where m."filename" is not null`
