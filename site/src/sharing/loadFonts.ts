import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'
import { siteRoot } from '../lib/siteRoot.ts'

const files = [
  '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2',
  '@fontsource-variable/literata/files/literata-latin-ext-wght-normal.woff2',
  '@fontsource-variable/literata/files/literata-cyrillic-wght-normal.woff2',
  '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
]

let loaded: Font[] | undefined

/** The fonts that titles are read in on the site, for drawing them into pictures. */
export function loadFonts(): Font[] {
  loaded ??= files.map((file) => load(createRequire(join(siteRoot(), 'package.json')).resolve(file)))
  return loaded
}

function load(file: string): Font {
  const font = create(readFileSync(file))
  if (!('layout' in font)) throw new Error(`${file} holds several fonts`)
  return font
}
