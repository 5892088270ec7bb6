import { extensionOf, longestFileName } from '@lectern/content-schemas'

/** Controls, marks that turn text around or hide in it, and characters that mean something in paths and headers. */
const unwanted = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}"*/:<>?\\|]/gu

/**
 * The name of a file as it is kept and given out: one name without folders, composed (NFC), without characters that could
 * mislead a reader or a system, at most `longestFileName` characters with its ending whole. Empty when nothing is left
 * before the ending.
 */
export function cleanFileName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const name = last
    .normalize('NFC')
    .replace(unwanted, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const extension = extensionOf(name)
  const stem = [...name.slice(0, name.length - (extension === '' ? 0 : extension.length + 1))]
  if (stem.length === 0) return ''
  if (extension === '') return stem.slice(0, longestFileName).join('')
  return `${stem
    .slice(0, Math.max(1, longestFileName - extension.length - 1))
    .join('')
    .trimEnd()}.${extension}`
}
