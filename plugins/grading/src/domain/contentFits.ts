import { fileTypes } from '@lectern/content-schemas'

/**
 * May the content belong to a file of this ending? `detected` is the ending that the content's signature says, undefined when it has
 * none; `head` are its first bytes. Text has no signature, so it must have no zero bytes, which no text in a usual
 * encoding but UTF-16 has, and UTF-16 begins with its mark.
 */
export function contentFits({
  extension,
  detected,
  head,
}: {
  extension: string
  detected: string | undefined
  head: Uint8Array
}): boolean {
  const type = Object.hasOwn(fileTypes, extension) ? fileTypes[extension] : undefined
  if (!type) return false
  if (detected !== undefined) return type.content.includes(detected)
  return type.text === true && (isUtf16(head) || !head.includes(0))
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}
