import { mkdir, readdir, rename } from 'node:fs/promises'
import path from 'node:path'
import type { MediaRef } from '@lectern/content-schemas'
import sharp, { type Sharp } from 'sharp'

/** Widths in CSS pixels of a phone's column, the text's measure, and the measure on a dense screen. */
const widths = [480, 960, 1600]
const formats = [
  { name: 'avif', mimeType: 'image/avif', encode: (image: Sharp) => image.avif({ quality: 55, effort: 2 }) },
  { name: 'webp', mimeType: 'image/webp', encode: (image: Sharp) => image.webp({ quality: 78, effort: 3 }) },
]
const rendered = ['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/tiff']

/**
 * Renditions of one picture, smallest first; none for drawings (SVG) and moving pictures (GIF). `key` names the content:
 * a rendition that is in `folder` already is used again.
 */
export async function renderPicture({
  source,
  key,
  mimeType,
  width,
  folder,
}: {
  source: string
  key: string
  mimeType: string
  width: number | null
  folder: string
}): Promise<MediaRef['sizes']> {
  if (!rendered.includes(mimeType) || width === null) return []
  await mkdir(folder, { recursive: true })
  const wanted = [...new Set([...widths.filter((candidate) => candidate < width), Math.min(width, widths.at(-1) ?? width)])]
  const sizes: MediaRef['sizes'] = []
  for (const target of wanted) {
    for (const format of formats) {
      const size = await renderSize({ source, key, target, format, folder })
      sizes.push(size)
    }
  }
  return sizes
}

async function renderSize({
  source,
  key,
  target,
  format,
  folder,
}: {
  source: string
  key: string
  target: number
  format: (typeof formats)[number]
  folder: string
}): Promise<MediaRef['sizes'][number]> {
  const stem = `${path.parse(key).name}-${target}`
  const known = (await readdir(folder)).find((name) => name.startsWith(`${stem}x`) && name.endsWith(`.${format.name}`))
  if (known) return { file: known, mimeType: format.mimeType, width: target, height: heightOf(known) }
  const draft = path.join(folder, `${stem}.${process.pid}.tmp`)
  const { height } = await format.encode(sharp(source).rotate().resize({ width: target, withoutEnlargement: true })).toFile(draft)
  const file = `${stem}x${height}.${format.name}`
  await rename(draft, path.join(folder, file))
  return { file, mimeType: format.mimeType, width: target, height }
}

/** The height is part of a rendition's name, so that a kept one need not be opened. */
function heightOf(file: string): number {
  return Number(/x(\d+)\.\w+$/.exec(file)?.[1] ?? 0)
}
