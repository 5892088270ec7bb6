import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Locale, localeFacts } from '@lectern/content-schemas/locale'
import sharp from 'sharp'
import { courseHue, renderCover } from '../lib/cover.ts'
import { toHex } from '../lib/oklch.ts'
import { loadFonts } from './loadFonts.ts'
import { setTitle } from './setTitle.ts'

/** The size that link previews expect. */
const width = 1200
const height = 630
/** The sheet of paper that the title stands on. */
const sheet = { inset: 60, width: 700, padding: 56 }
const size = 62

type ShareImageInput = { slug: string; hue: number | null; title: string; language: Locale }

/**
 * The picture of a course for link previews: its cover, and its title on a sheet. Kept in `LECTERN_SHARE_CACHE` by what is
 * drawn, so that a build draws only what has changed.
 */
export async function renderShareImage(input: ShareImageInput): Promise<Uint8Array<ArrayBuffer>> {
  const svg = drawShareImage(input)
  const folder = process.env.LECTERN_SHARE_CACHE
  const kept = folder ? join(folder, `${createHash('sha256').update(svg).digest('hex').slice(0, 32)}.png`) : null
  if (kept && existsSync(kept)) return new Uint8Array(readFileSync(kept))
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 32 }).toBuffer()
  if (folder && kept) {
    mkdirSync(folder, { recursive: true })
    const draft = `${kept}.${process.pid}`
    writeFileSync(draft, png)
    renameSync(draft, kept)
  }
  return new Uint8Array(png)
}

function drawShareImage({ slug, hue, title, language }: ShareImageInput): string {
  const { direction } = localeFacts[language]
  const cover = renderCover({ slug, hue, width, height })
  const x = direction === 'rtl' ? width - sheet.inset - sheet.width : sheet.inset
  const text = setTitle({
    text: title,
    fonts: loadFonts(),
    size,
    width: sheet.width - 2 * sheet.padding,
    lineHeight: size * (language === 'ar' ? 1.6 : 1.25),
    lines: language === 'ar' ? 3 : 4,
    direction,
  })
  const name = setTitle({
    text: 'Lectern',
    fonts: loadFonts(),
    size: 34,
    width: sheet.width - 2 * sheet.padding - 34,
    lineHeight: 42,
    lines: 1,
    direction,
  })
  const paper = toHex({ l: 0.985, c: 0.006, h: 85 })
  const ink = toHex({ l: 0.24, c: 0.015, h: 260 })
  const ribbon = toHex({ l: 0.52, c: 0.12, h: courseHue({ slug, hue }) })
  const mark = direction === 'rtl' ? x + sheet.width - sheet.padding - 20 : x + sheet.padding
  const nameX = direction === 'rtl' ? x + sheet.padding : x + sheet.padding + 34
  const bottom = height - sheet.inset - sheet.padding
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${cover}
<rect x="${x}" y="${sheet.inset}" width="${sheet.width}" height="${height - 2 * sheet.inset}" fill="${paper}"/>
<g fill="${ink}" transform="translate(${x + sheet.padding} ${sheet.inset + sheet.padding})">${text}</g>
<path d="M${mark} ${bottom - 36}h20v40l-10 -10l-10 10z" fill="${ribbon}"/>
<g fill="${ink}" transform="translate(${nameX} ${bottom - 38})">${name}</g></svg>`
}
